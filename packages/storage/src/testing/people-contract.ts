import type { DependencyAsk, QuestionAsk } from '@ccs/core/task/model/asks';
import { answerQuestion } from '@ccs/core/task/ask/answer-question';
import { askQuestion } from '@ccs/core/task/ask/ask-question';
import { provideDependency } from '@ccs/core/task/ask/provide-dependency';
import { requestDependency } from '@ccs/core/task/ask/request-dependency';
import { addFeedback } from '@ccs/core/task/review/add-feedback';
import type { Reaction } from '@ccs/core/policies/policy';
import { deleteTask } from '@ccs/core/task/lifecycle/delete-task';
import { actOnTask } from '@ccs/core/testing/act-on-task';
import { countingIds, TaskScenario, tickingClock } from '@ccs/core/testing/task-scenario';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../open-database.ts';
import type { TestDatabase } from './open-test-database.ts';
import { appendInput } from './stored-task.ts';

const QUESTION: QuestionAsk = {
  category: 'choice',
  question: 'Which colour?',
  options: ['Red', 'Blue'],
  multiSelect: false,
  default: null,
  required: true,
  source: 'text',
  toolUseId: null,
  deferred: false,
};
const DEPENDENCY: DependencyAsk = {
  type: 'api_key',
  name: 'OPENAI_API_KEY',
  description: 'for the summaries',
  required: true,
  permission: null,
  source: 'tool',
  toolUseId: null,
  deferred: false,
};

/** What queries say of everything that waits for a person. @param open a new, empty database */
export function peopleContract(name: string, open: () => Promise<TestDatabase>): void {
  describe(`what waits for a person on ${name}`, () => {
    const ids = countingIds();
    const clock = tickingClock();
    let test: TestDatabase;
    let readModels: OpenDatabase['readModels'];
    let task: TaskScenario;
    beforeAll(async () => {
      test = await open();
      readModels = test.database.readModels;
    });
    afterAll(() => test.dispose());
    beforeEach(() => {
      task = new TaskScenario(ids, clock);
    });

    const act = actOnTask(() => task);
    /** Stores what has happened since the last call. */
    let stored = new Map<string, number>();
    const store = async () => {
      const from = stored.get(task.taskId) ?? 0;
      if (task.events.length > from) await test.database.eventStore.append(appendInput(task.events, from));
      stored = new Map([...stored, [task.taskId, task.events.length]]);
    };
    const working = () => {
      act.create({ questionTimeoutMinutes: 60 });
      task.when(act.execute);
      task.when(act.start);
    };
    const ask = (changes: Partial<QuestionAsk> = {}) =>
      task.when((state, context) =>
        askQuestion(state, { runId: act.lastRunId(), ask: { ...QUESTION, ...changes } }, context),
      );
    const need: Reaction = (state, context) =>
      requestDependency(state, { runId: act.lastRunId(), ask: DEPENDENCY }, context);
    const answer: Reaction = (state, context) =>
      answerQuestion(
        state,
        {
          taskId: task.taskId,
          questionId:
            state?.questions.find((each) => each.status === 'pending')?.questionId ?? 'question_none',
          answer: 'Red',
        },
        context,
      );
    const deny: Reaction = (state) =>
      provideDependency(state, {
        taskId: task.taskId,
        dependencyId: state?.dependencies.at(-1)?.dependencyId ?? 'dependency_none',
        provision: { kind: 'deny' },
      });
    const toReview = () => {
      act.end('completed');
      task.settle();
      task.when(act.start);
      act.verify();
      task.settle();
    };
    const inInbox = async () => {
      await store();
      return (await readModels.listInbox(100)).find((item) => item.task.taskId === task.taskId);
    };

    it('is nothing while an agent works, or when a person cancelled', async () => {
      working();
      expect(await inInbox()).toBeUndefined();
      task.when(act.cancel);
      expect(await inInbox()).toBeUndefined();
    });

    it('is every pending question and dependency of a task, until the last one is answered', async () => {
      working();
      ask();
      ask({ question: 'Which font?', required: false, default: 'Serif' });
      task.when(need);
      const asked = task.events.find((event) => event.type === 'QuestionAsked')?.timestamp;
      expect(await inInbox()).toMatchObject({
        questions: [{ question: 'Which colour?' }, { question: 'Which font?', required: false }],
        dependencies: [{ name: 'OPENAI_API_KEY' }],
        review: null,
        since: asked,
      });
      task.when(answer);
      expect(await inInbox()).toMatchObject({ questions: [{ question: 'Which font?' }] });
      task.when(answer);
      const needed = task.events.find((event) => event.type === 'DependencyRequested')?.timestamp;
      expect(await inInbox()).toMatchObject({ questions: [], dependencies: [{}], since: needed });
      task.when(deny);
      expect(await inInbox()).toBeUndefined();
    });

    it('is the newest round of review with its feedback', async () => {
      working();
      toReview();
      // Cancelled during the review and executed again: the older round stays open for ever.
      task.when(act.cancel);
      expect(await inInbox()).toBeUndefined();
      task.when(act.execute);
      task.when(act.start);
      act.verify();
      task.settle();
      task.when((state, context) => {
        const reviewId = state?.reviews.at(-1)?.reviewId ?? 'review_none';
        const about = {
          path: 'a.md',
          startLine: null,
          endLine: null,
          kind: 'comment',
          excerpt: null,
        } as const;
        const feedback = ['One', 'Two'].map((body) => ({ ...about, body }));
        return addFeedback(state, { taskId: task.taskId, reviewId, feedback }, context);
      });
      const item = await inInbox();
      expect(item?.review).toEqual((await readModels.listReviews(task.taskId)).at(-1));
      expect(item?.review).toMatchObject({ round: 2, feedback: [{ body: 'One' }, { body: 'Two' }] });
      const { reviewId, feedback = [], createdAt } = item?.review ?? {};
      expect(item?.since).toBe(createdAt);
      expect(await readModels.findReview(reviewId ?? 'review_none')).toEqual(item?.review);
      expect(await readModels.findFeedback(feedback[1]?.feedbackId ?? 'feedback_none')).toEqual({
        taskId: task.taskId,
        reviewId,
      });
      task.when(act.approve);
      expect(await inInbox()).toBeUndefined();
    });

    it.each(['failed', 'crashed'] as const)('is a task whose agent %s, until it goes on', async (outcome) => {
      working();
      act.end(outcome);
      const item = await inInbox();
      expect(item).toMatchObject({ questions: [], dependencies: [], review: null });
      expect(item?.since).toBe(task.events.at(-1)?.timestamp);
      task.when(outcome === 'failed' ? act.execute : act.resume);
      expect(await inInbox()).toBeUndefined();
    });

    it('is gone with its task', async () => {
      working();
      act.end('failed');
      expect(await inInbox()).toBeDefined();
      task.when((state) => deleteTask(state, { taskId: task.taskId, removeFiles: false }));
      expect(await inInbox()).toBeUndefined();
    });

    it('comes with the longest waiting first, and at most as many as asked for', async () => {
      const waiting: string[] = [];
      for (let count = 0; count < 3; count += 1) {
        task = new TaskScenario(ids, clock);
        working();
        ask();
        await store();
        waiting.push(task.taskId);
      }
      const all = (await readModels.listInbox(100)).map((item) => item.task.taskId);
      expect(all.filter((taskId) => waiting.includes(taskId))).toEqual(waiting);
      expect(await readModels.listInbox(2)).toHaveLength(2);
      expect((await readModels.listInbox(2)).map((item) => item.task.taskId)).toEqual(all.slice(0, 2));
    });

    it('finds requests whose time has come, and when the next one’s comes', async () => {
      const other = await open();
      try {
        const { readModels: models, eventStore } = other.database;
        const expired = async (now: string) => (await models.listExpiredAsks(now)).map((each) => each.id);
        expect(await models.nextAskExpiry()).toBeNull();
        working();
        ask();
        ask({ question: 'Which font?', required: false, default: 'Serif' });
        ask({ question: 'Which size?', required: false, default: '12' });
        await eventStore.append(appendInput(task.events, 0));
        const [, font, size] = await models.listQuestions(task.taskId);
        const [early, late] = [font?.expiresAt ?? '', size?.expiresAt ?? ''];
        expect(early < late).toBe(true);
        const justBefore = new Date(Date.parse(early) - 1).toISOString();
        expect(await models.nextAskExpiry()).toBe(early);
        expect(await expired(justBefore)).toEqual([]);
        expect(await expired(early)).toEqual([font?.questionId]);
        expect(await expired(late)).toEqual([font?.questionId, size?.questionId]);
        expect(await models.findQuestion(size?.questionId ?? 'question_none')).toEqual(size);
        const from = task.events.length;
        task.when(act.cancel);
        await eventStore.append(appendInput(task.events, from));
        expect(await models.nextAskExpiry()).toBeNull();
        expect(await expired(late)).toEqual([]);
      } finally {
        await other.dispose();
      }
    });

    it('finds nothing under unknown ids', async () => {
      expect(await readModels.findQuestion('question_00000000000000000000000000')).toBeNull();
      expect(await readModels.findDependency('dependency_00000000000000000000000000')).toBeNull();
      expect(await readModels.findFeedback('feedback_00000000000000000000000000')).toBeNull();
      working();
      task.when(need);
      await store();
      const [dependency] = await readModels.listDependencies(task.taskId);
      expect(await readModels.findDependency(dependency?.dependencyId ?? 'dependency_none')).toEqual(
        dependency,
      );
    });
  });
}
