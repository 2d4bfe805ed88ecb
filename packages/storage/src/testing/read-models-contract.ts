import { deleteTask } from '@ccs/core/task/lifecycle/delete-task';
import { countingIds, TaskScenario, tickingClock } from '@ccs/core/testing/task-scenario';
import type { TaskListQuery } from '@ccs/core/ports/read-models';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../open-database.ts';
import { InvalidCursorError } from '../read-models/cursor.ts';
import type { TestDatabase } from './open-test-database.ts';
import { readViews } from './read-views.ts';
import { storeExecute, storeStart, storeTask, storeWhen } from './stored-task.ts';

/** Title and prompt of the stored tasks, oldest first. */
const TASKS = [
  ['Habit tracker', 'Streaks and reminders'],
  ['Éclair SHOP', 'Sells 100% butter_cake'],
  ['습관 기록', '매일 연속 기록을 보여 주세요'],
  ['Path\\finder', 'Finds a way'],
  ['100 tasks', 'A list'],
] as const;

/** What every implementation of the read models does. @param open a new, empty database */
export function readModelsContract(name: string, open: () => Promise<TestDatabase>): void {
  describe(`read models on ${name}`, () => {
    const ids = countingIds();
    // Two tasks of one millisecond: their ids decide.
    const times = [0, 1, 1, 2, 3].map((second) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString());
    let test: TestDatabase;
    let readModels: OpenDatabase['readModels'];
    const tasks: TaskScenario[] = [];
    beforeAll(async () => {
      test = await open();
      readModels = test.database.readModels;
      const store = test.database.eventStore;
      for (const [index, [title, prompt]] of TASKS.entries()) {
        const clock = { now: () => times[index] ?? '' };
        const task = new TaskScenario(ids, clock);
        await storeTask(store, task, { title, prompt, taskType: index === 4 ? 'custom' : 'create_app' });
        tasks.push(task);
      }
    });
    afterAll(() => test.dispose());

    const titles = async (query: Partial<TaskListQuery>) =>
      (await readModels.listTasks({ limit: 50, ...query })).items.map((task) => task.title);
    const newestFirst = TASKS.map(([title]) => title).toReversed();

    it('lists tasks, newest first', async () => {
      expect(await titles({})).toEqual(newestFirst);
    });

    it.each([1, 2, 3, 5])('shows every task once on pages of %i', async (limit) => {
      const seen: string[] = [];
      let pages = 0;
      for (let cursor: string | undefined; ; ) {
        const page = await readModels.listTasks({ limit, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((task) => task.title));
        pages += 1;
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(newestFirst);
      expect(pages).toBe(Math.ceil(TASKS.length / limit));
    });

    it.each(['', 'nonsense', Buffer.from('2026-01-01 task_x').toString('base64url'), 'ÿ'])(
      'refuses the cursor "%s"',
      async (cursor) => {
        await expect(readModels.listTasks({ limit: 1, cursor })).rejects.toThrow(InvalidCursorError);
      },
    );

    it.each([
      ['habit', ['Habit tracker']],
      ['REMINDERS', ['Habit tracker']],
      ['éclair', ['Éclair SHOP']],
      ['기록', ['습관 기록']],
      ['100%', ['Éclair SHOP']],
      ['r_c', ['Éclair SHOP']],
      ['%', ['Éclair SHOP']],
      ['h\\f', ['Path\\finder']],
      ["'; drop table tasks; --", []],
    ])('finds %s', async (q, found) => {
      expect(await titles({ q })).toEqual(found);
    });

    it('filters by type and status', async () => {
      expect(await titles({ type: 'custom' })).toEqual(['100 tasks']);
      expect(await titles({ type: 'workflow' })).toEqual([]);
      expect(await titles({ status: 'draft', q: 'a', limit: 2 })).toEqual(['100 tasks', 'Path\\finder']);
      expect(await titles({ status: 'failed' })).toEqual([]);
    });

    it('shows runs that are going on and counts statuses', async () => {
      const store = test.database.eventStore;
      const task = new TaskScenario(ids, tickingClock('2026-02-01T00:00:00.000Z'));
      const { taskId } = task;
      await storeTask(store, task);
      const runId = await storeExecute(store, task);
      expect(await readModels.listStartedRuns()).toEqual([]);
      await storeStart(store, task);
      expect((await readModels.listStartedRuns()).map((run) => run.runId)).toEqual([runId]);
      expect(await readModels.countTasks()).toEqual({ draft: TASKS.length, in_progress: 1 });
      expect(await readModels.findTask(taskId)).toMatchObject({ agentStatus: 'running', currentPhase: 1 });
    });

    it('finds nothing under an unknown id', async () => {
      expect(await readModels.findTask('task_00000000000000000000000000')).toBeNull();
      expect(await readModels.findReview('review_00000000000000000000000000')).toBeNull();
    });

    it('forgets deleted tasks', async () => {
      const store = test.database.eventStore;
      const task = new TaskScenario(ids);
      await storeTask(store, task);
      await storeWhen(store, task, (state) => deleteTask(state, { taskId: task.taskId, removeFiles: false }));
      expect(await readViews(readModels, task.taskId)).toBeNull();
      expect((await store.load(task.taskId)).map((event) => event.type)).toContain('TaskDeleted');
    });
  });
}
