import type { RecordedTaskEvent } from '@ccs/core/task/model/events';
import { fold } from '@ccs/core/task/model/state';
import { deriveViews } from '@ccs/core/task/view/derive-views';
import { doRandomStep, RANDOM_COMMANDS } from '@ccs/core/testing/random-commands';
import { countingIds, TaskScenario } from '@ccs/core/testing/task-scenario';
import { array, assert, asyncProperty, boolean, double, integer, record } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableDatabases, openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { readViews } from '../testing/read-views.ts';
import { appendInput } from '../testing/stored-task.ts';

const RUNS = 60;

const history = array(
  record({
    command: integer({ min: 0, max: RANDOM_COMMANDS.length - 1 }),
    random: double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    settle: boolean(),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);
const batchSizes = array(integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 });

describe.each(availableDatabases())('read models on %s', (kind) => {
  const ids = countingIds();
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(kind);
  });
  afterAll(() => test.dispose());

  const expectFolded = async (events: readonly RecordedTaskEvent[]) => {
    const state = fold(events);
    const taskId = events[0]?.taskId;
    if (!state || !taskId) return;
    expect(await readViews(test.database.readModels, taskId)).toEqual(deriveViews(state));
  };

  it('are what folding the events says, for random histories in random batches, live and rebuilt', async () => {
    const stored: (readonly RecordedTaskEvent[])[] = [];
    let eventCount = 0;
    await assert(
      asyncProperty(history, batchSizes, async (steps, sizes) => {
        const scenario = new TaskScenario(ids);
        doRandomStep(scenario, { command: 0, random: 0, settle: false });
        for (const step of steps) doRandomStep(scenario, step);
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
    // The histories must be worth something: more than a handful of refused commands.
    expect(eventCount).toBeGreaterThan(RUNS * 4);
    expect(await test.database.rebuildProjections()).toBe(stored.length);
    for (const events of stored) await expectFolded(events);
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
