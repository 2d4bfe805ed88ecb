import { beforeEach, describe, expect, it } from 'vitest';
import type { Reaction } from '../policies/policy.ts';
import { actOnTask } from '../testing/act-on-task.ts';
import { aKey, aPermission, aQuestion } from '../testing/sample-asks.ts';
import { TaskScenario } from '../testing/task-scenario.ts';
import type { QuestionId } from '../vocabulary/ids.ts';
import { answerQuestion } from './ask/answer-question.ts';
import { expireAsk } from './ask/expire-ask.ts';
import { askQuestion } from './ask/ask-question.ts';
import { deliverInput } from './ask/deliver-input.ts';
import { provideDependency, type Provision } from './ask/provide-dependency.ts';
import { requestDependency } from './ask/request-dependency.ts';
import { advanceByItself } from '../policies/advance-by-itself.ts';
import type { DependencyAsk, QuestionAsk } from './model/asks.ts';
import { pendingInput, permissionGrants } from './model/pending-input.ts';

let task: TaskScenario;
const act = actOnTask(() => task);
const { view, lastRunId, create, execute, start, end, pause, resume, cancel, refusal, payload } = act;
beforeEach(() => {
  task = new TaskScenario();
  create();
  task.when(execute);
  task.when(start);
});

const [question, key, permission] = [aQuestion, aKey, aPermission];
const ask = (changes: Partial<QuestionAsk> = {}) =>
  task.when((state, context) =>
    askQuestion(state, { runId: lastRunId(), ask: { ...question, ...changes } }, context),
  );
const need = (dependency: DependencyAsk = key) =>
  task.when((state, context) => requestDependency(state, { runId: lastRunId(), ask: dependency }, context));
const questionId = (): QuestionId => task.state?.questions.at(-1)?.questionId ?? 'question_none';
const answer =
  (text: string): Reaction =>
  (state, context) =>
    answerQuestion(state, { taskId: task.taskId, questionId: questionId(), answer: text }, context);
const provide =
  (provision: Provision): Reaction =>
  (state) =>
    provideDependency(state, {
      taskId: task.taskId,
      dependencyId: task.state?.dependencies.at(-1)?.dependencyId ?? 'dependency_none',
      provision,
    });
const waiting = () => (task.state ? pendingInput(task.state) : []);

describe('a required question', () => {
  beforeEach(() => {
    ask();
    end('blocked');
    task.settle();
  });

  it('parks the task without an agent, and the answer starts one that hears it once', () => {
    expect(view()).toMatchObject({
      status: 'in_progress',
      agentStatus: 'waiting_question',
      blockedBy: 'question',
      blockedDetail: question.question,
    });
    task.when(answer('Subscription'));
    task.settle();
    expect(payload('RunRequested')).toMatchObject({ purpose: 'phase', phase: 1 });
    task.when(start);
    expect(waiting()).toMatchObject([{ kind: 'answer', answer: 'Subscription', expired: false }]);
    const deliver: Reaction = (state) => deliverInput(state, { runId: lastRunId(), ids: [questionId()] });
    expect(task.when(deliver)).toHaveLength(1);
    expect(task.when(deliver)).toEqual([]);
    expect(waiting()).toEqual([]);
  });

  it('is answered once', () => {
    task.when(answer('Ads'));
    expect(refusal(answer('Subscription'))).toMatchObject({ code: 'question_closed', status: 'answered' });
  });

  it('is withdrawn when the task ends, and cannot be answered then', () => {
    task.when(cancel);
    expect(refusal(answer('Ads'))).toMatchObject({ code: 'question_closed', status: 'withdrawn' });
  });

  it('waits through a pause; the answer alone does not resume', () => {
    task.when(pause);
    task.when(answer('Ads'));
    task.settle();
    expect(view()).toMatchObject({ agentStatus: 'paused' });
    task.when(resume);
    expect(payload('RunRequested')).toMatchObject({ purpose: 'phase' });
  });
});

describe('an answer', () => {
  it('that comes before the agent is gone starts the next one when it is', () => {
    ask();
    task.when(answer('Ads'));
    task.settle();
    expect(view()?.agentStatus).toBe('running');
    end('blocked');
    task.settle();
    expect(view()).toMatchObject({ blockedBy: 'queue' });
  });

  it('goes on with a task whose agent died right after it had asked', () => {
    ask();
    end('crashed');
    expect(view()?.agentStatus).toBe('waiting_question');
    task.when(answer('Ads'));
    task.settle();
    expect(view()).toMatchObject({ blockedBy: 'queue' });
  });

  it('to one of several requests leaves the task waiting for the others', () => {
    ask();
    need();
    end('blocked');
    task.settle();
    expect(view()).toMatchObject({ agentStatus: 'waiting_dependency', blockedDetail: 'OPENAI_API_KEY' });
    task.when(provide({ kind: 'value', secretId: 'secret_1' }));
    task.settle();
    expect(view()).toMatchObject({ agentStatus: 'waiting_question' });
  });
});

describe('an optional question', () => {
  it('does not stop work, and its default answers it when its time has come', () => {
    ask({ required: false });
    expect(view()?.agentStatus).toBe('running');
    const { expiresAt } = task.state?.questions[0] ?? {};
    expect(expiresAt).toBeTruthy();
    const expire = (now: string) => task.when((state) => expireAsk(state, { id: questionId(), now }));
    expect(expire('2026-01-01T00:00:00.000Z')).toEqual([]);
    expire(expiresAt ?? '');
    expect(task.state?.questions[0]).toMatchObject({ status: 'expired', answer: 'Ads' });
    expect(waiting()).toMatchObject([{ kind: 'answer', expired: true }]);
  });

  it('never expires without a default, or in a task without a time-out', () => {
    ask({ required: false, default: null });
    expect(task.state?.questions[0]?.expiresAt).toBeNull();
  });
});

describe('death before an answer was heard', () => {
  const die = () => {
    end('crashed');
    task.settle();
  };
  beforeEach(() => {
    ask();
    end('blocked');
    task.settle();
    task.when(answer('Ads'));
    task.settle();
    task.when(start);
  });

  it('starts another agent by itself, which hears it', () => {
    die();
    expect(view()).toMatchObject({ blockedBy: 'queue' });
    expect(waiting()).toMatchObject([{ kind: 'answer' }]);
  });

  it('is left to a person after three deaths, and when the answer was heard', () => {
    for (const death of [1, 2]) {
      die();
      expect(view(), `death ${death}`).toMatchObject({ blockedBy: 'queue' });
      task.when(start);
    }
    die();
    expect(view()).toMatchObject({ blockedBy: 'interrupted' });
  });

  it('is left to a person when the answer was heard, also when old events are told again', () => {
    task.when((state) => deliverInput(state, { runId: lastRunId(), ids: [questionId()] }));
    die();
    expect(view()).toMatchObject({ blockedBy: 'interrupted' });
    for (const event of task.events) {
      const reaction = advanceByItself.react({ ...event, position: event.version });
      if (reaction) expect(task.when(reaction), event.type).toEqual([]);
    }
  });
});

describe('a request that waited when the task was cancelled', () => {
  it('was refused by nobody: the agent hears nothing of it and may ask again', () => {
    need();
    task.when(cancel);
    end('interrupted');
    task.when(execute);
    task.when(start);
    expect(waiting()).toEqual([]);
    expect(need()).toHaveLength(1);
  });
});

describe('a value that does not work', () => {
  it('can be asked for again, and the newer one counts', () => {
    need();
    task.when(provide({ kind: 'value', secretId: 'secret_1' }));
    expect(need()).toEqual([]);
    task.when((state, context) =>
      requestDependency(state, { runId: lastRunId(), ask: key, again: true }, context),
    );
    expect(task.state?.dependencies.map((each) => each.status)).toEqual(['provided', 'pending']);
  });
});

describe('an optional dependency', () => {
  it('stops work, and is skipped by itself when its time has come', () => {
    need({ ...key, required: false });
    end('blocked');
    task.settle();
    const { dependencyId, expiresAt } = task.state?.dependencies[0] ?? {};
    const id = dependencyId ?? 'dependency_none';
    task.when((state) => expireAsk(state, { id, now: '2026-01-01T00:00:00.000Z' }));
    expect(view()?.agentStatus).toBe('waiting_dependency');
    task.when((state) => expireAsk(state, { id, now: expiresAt ?? '' }));
    task.settle();
    expect(view()).toMatchObject({ blockedBy: 'queue' });
    expect(waiting()).toMatchObject([{ kind: 'dependency', status: 'skipped' }]);
  });

  it('that is required never is', () => {
    need();
    expect(task.state?.dependencies[0]?.expiresAt).toBeNull();
  });
});

describe('requests', () => {
  it('are not doubled while they wait, or when they were met', () => {
    need();
    expect(need()).toEqual([]);
    task.when(provide({ kind: 'value', secretId: 'secret_1' }));
    expect(need()).toEqual([]);
    ask();
    expect(ask()).toEqual([]);
  });

  it('are limited', () => {
    for (let index = 0; index < 20; index += 1) ask({ question: `Optional ${index}?`, required: false });
    for (let index = 0; index < 20; index += 1) ask({ question: `Question ${index}?` });
    const one: Reaction = (state, context) =>
      askQuestion(state, { runId: lastRunId(), ask: { ...question, question: 'And?' } }, context);
    expect(refusal(one)).toEqual({ code: 'too_many_asks' });
  });

  it('are met by what they ask for, and only optional ones are skipped', () => {
    need();
    expect(refusal(provide({ kind: 'allow', scope: 'task' }))).toMatchObject({
      code: 'provision_mismatch',
      allowed: ['value', 'deny'],
    });
    expect(refusal(provide({ kind: 'skip' }))).toMatchObject({ code: 'provision_mismatch' });
    task.when(provide({ kind: 'deny' }));
    expect(refusal(provide({ kind: 'deny' }))).toMatchObject({ code: 'dependency_closed', status: 'denied' });
  });

  it('of a run that has no say any more change nothing', () => {
    task.when(pause);
    expect(ask()).toEqual([]);
    expect(need()).toEqual([]);
  });
});

describe('a permission', () => {
  it('given once is in force until it is used, and is asked for again after that', () => {
    need(permission);
    task.when(provide({ kind: 'allow', scope: 'once' }));
    const dependencyId = task.state?.dependencies[0]?.dependencyId ?? 'dependency_none';
    expect(task.state && permissionGrants(task.state)).toMatchObject([{ scope: 'once', callKey: 'c1' }]);
    expect(need(permission)).toEqual([]);
    task.when((state) => deliverInput(state, { runId: lastRunId(), ids: [dependencyId] }));
    expect(task.state && permissionGrants(task.state)).toEqual([]);
    expect(need(permission)).toHaveLength(1);
  });

  it('given for the task stays in force', () => {
    need(permission);
    task.when(provide({ kind: 'allow', scope: 'task' }));
    const dependencyId = task.state?.dependencies[0]?.dependencyId ?? 'dependency_none';
    task.when((state) => deliverInput(state, { runId: lastRunId(), ids: [dependencyId] }));
    expect(task.state && permissionGrants(task.state)).toMatchObject([{ scope: 'task', ruleKey: 'r1' }]);
  });
});
