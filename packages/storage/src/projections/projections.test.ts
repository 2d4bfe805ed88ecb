import type { RecordedTaskEvent } from '@ccs/core/task/model/events';
import { fold } from '@ccs/core/task/model/state';
import { deriveViews, type TaskViews } from '@ccs/core/task/view/derive-views';
import { doRandomStep, RANDOM_COMMANDS } from '@ccs/core/testing/random-commands';
import { countingIds, TaskScenario } from '@ccs/core/testing/task-scenario';
import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableDatabases, openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { expectedInbox } from '../testing/expected-inbox.ts';
import { createRandomTask, goForward } from '@ccs/core/testing/go-forward';
import { readViews } from '../testing/read-views.ts';
import { appendInput } from '../testing/stored-task.ts';

const RUNS = 40;

const history = array(
  record({
    command: integer({ min: 0, max: RANDOM_COMMANDS.length - 1 }),
    random: integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000),
    settle: boolean(),
    goesForward: constantFrom(true, true, true, false),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);
const batchSizes = array(integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 });

const LISTS = [
  'phases',
  'runs',
  'reviews',
  'questions',
  'dependencies',
  'verifications',
  'reworks',
  'messages',
] as const;

function viewsOf(events: readonly RecordedTaskEvent[]): TaskViews | null {
  const state = fold(events);
  return state && deriveViews(state);
}

describe.each(availableDatabases())('read models on %s', (kind) => {
  const ids = countingIds();
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.dispose());

  const expectFolded = async (events: readonly RecordedTaskEvent[]) => {
    const taskId = events[0]?.taskId;
    if (!taskId) return;
    expect(await readViews(test.database.readModels, taskId)).toEqual(viewsOf(events));
  };

  it('are what folding the events says, for random histories in random batches, live and rebuilt', async () => {
    const stored: (readonly RecordedTaskEvent[])[] = [];
    let eventCount = 0;
    await assert(
      asyncProperty(history, batchSizes, async (steps, sizes) => {
        const scenario = new TaskScenario(ids);
        createRandomTask(scenario, steps[0]?.random ?? 0);
        for (const step of steps) {
          if (step.goesForward) goForward(scenario, step.random);
          else doRandomStep(scenario, step);
        }
        const { events } = scenario;
        for (let from = 0, batch = 0; from < events.length; batch += 1) {
          const to = Math.min(events.length, from + (sizes[batch % sizes.length] ?? 1));
          const result = await test.database.eventStore.append(appendInput(events, from, to));
          expect(result.kind).toBe('appended');
          await expectFolded(events.slice(0, to));
          from = to;
        }
        stored.push(events);
        eventCount += events.length;
      }),
      { numRuns: RUNS },
    );
    const views = stored.flatMap((events) => viewsOf(events) ?? []);
    // The histories must be worth something: rows of every table, waiting tasks, and more than refused commands.
    expect(eventCount).toBeGreaterThan(RUNS * 4);
    for (const list of LISTS)
      expect(
        views.some((each) => each[list].length > 0),
        list,
      ).toBe(true);
    expect(views.flatMap(({ reviews }) => reviews.flatMap((each) => each.feedback))).not.toEqual([]);
    const inbox = expectedInbox(views);
    expect(inbox.length).toBeGreaterThan(2);
    expect(await test.database.readModels.listInbox(RUNS)).toEqual(inbox);
    expect(await test.database.readModels.listInbox(2)).toEqual(inbox.slice(0, 2));
    expect(await test.database.rebuildProjections()).toBe(stored.length);
    for (const events of stored) await expectFolded(events);
    expect(await test.database.readModels.listInbox(RUNS)).toEqual(inbox);
  });

  it('are repaired by a rebuild', async () => {
    const { database } = test;
    const scenario = new TaskScenario(ids);
    doRandomStep(scenario, { command: 0, random: 0, settle: false });
    const input = appendInput(scenario.events, 0);
    const wrong = { ...input.after, lifecycle: { ...input.after.lifecycle, title: 'not what happened' } };
    await database.eventStore.append({ ...input, after: wrong });
    expect((await database.readModels.findTask(scenario.taskId))?.title).toBe('not what happened');
    await database.rebuildProjections();
    await expectFolded(scenario.events);
  });

  it('are rebuilt from more streams and events than are read at once', async () => {
    const { database } = test;
    const long = new TaskScenario(ids);
    doRandomStep(long, { command: 0, random: 0, settle: false });
    for (let count = 1; count <= 2_000; count += 1) {
      long.when(() => [{ type: 'TaskEdited', payload: { title: `title ${count}` } }]);
    }
    await database.eventStore.append(appendInput(long.events, 0));
    let last = long;
    for (let count = 0; count < 501; count += 1) {
      last = new TaskScenario(ids);
      doRandomStep(last, { command: 0, random: 0, settle: false });
      await database.eventStore.append(appendInput(last.events, 0));
    }
    const counts = await database.readModels.countTasks();
    expect(await database.rebuildProjections()).toBeGreaterThan(500);
    expect(await database.readModels.countTasks()).toEqual(counts);
    await expectFolded(long.events);
    await expectFolded(last.events);
  });
});
