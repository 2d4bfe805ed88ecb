import { executeTask } from '@ccs/core/task/lifecycle/execute-task';
import { editTask } from '@ccs/core/task/lifecycle/edit-task';
import { aTask, countingIds, TaskScenario } from '@ccs/core/testing/task-scenario';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../open-database.ts';
import type { TestDatabase } from './open-test-database.ts';
import { readViews } from './read-views.ts';
import { appendInput, storeExecute, storeTask, storeWhen } from './stored-task.ts';

/** What every event store does. @param open a new, empty database */
export function eventStoreContract(name: string, open: () => Promise<TestDatabase>): void {
  describe(`event store on ${name}`, () => {
    const ids = countingIds();
    let test: TestDatabase;
    let database: OpenDatabase;
    let task: TaskScenario;
    beforeAll(async () => {
      test = await open();
      database = test.database;
    });
    afterAll(() => test.dispose());
    beforeEach(() => {
      task = new TaskScenario(ids);
    });

    const rename = (title: string) =>
      storeWhen(database.eventStore, task, (state) =>
        editTask(state, { taskId: task.taskId, changes: { title } }),
      );
    const storedTypes = async () => (await database.eventStore.load(task.taskId)).map((event) => event.type);

    it('returns what was appended, byte for byte, with positions', async () => {
      const prompt = 'line\nquote " 습관 🙂 \u0001 %_\\';
      await storeTask(database.eventStore, task, { prompt });
      await storeExecute(database.eventStore, task);
      const stored = await database.eventStore.load(task.taskId);
      const positions = stored.map((event) => event.position);
      expect(stored).toEqual(task.events.map((event, index) => ({ ...event, position: positions[index] })));
      expect(JSON.stringify(stored[0]?.payload)).toBe(JSON.stringify(task.events[0]?.payload));
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      expect(await database.eventStore.lastPosition()).toBe(positions.at(-1));
    });

    it('answers with the positions of what it appended', async () => {
      await storeTask(database.eventStore, task);
      task.when((state, context) => executeTask(state, { taskId: task.taskId }, context));
      const result = await database.eventStore.append(appendInput(task.events, 1));
      const stored = await database.eventStore.load(task.taskId);
      expect(result).toEqual({ kind: 'appended', positions: stored.slice(1).map((event) => event.position) });
    });

    it('reads a stream and all streams in windows', async () => {
      const start = await database.eventStore.lastPosition();
      await storeTask(database.eventStore, task);
      for (const title of ['a', 'b', 'c']) await rename(title);
      const versions = async (after: number, limit: number) =>
        (await database.eventStore.readStream(task.taskId, after, limit)).map((event) => event.version);
      expect(await versions(0, 2)).toEqual([1, 2]);
      expect(await versions(2, 100)).toEqual([3, 4]);
      expect(await versions(4, 100)).toEqual([]);
      const first = await database.eventStore.readAll(start, 3);
      const rest = await database.eventStore.readAll(first.at(-1)?.position ?? 0, 100);
      expect([...first, ...rest].map((event) => event.version)).toEqual([1, 2, 3, 4]);
      expect(await database.eventStore.load('task_00000000000000000000000000')).toEqual([]);
    });

    it.each([0, 1, 3])(
      'refuses an append at version %i of a stream that is at 2',
      async (expectedVersion) => {
        await storeTask(database.eventStore, task);
        await rename('second');
        task.when((state, context) => executeTask(state, { taskId: task.taskId }, context));
        const input = appendInput(task.events, 2);
        const events = input.events.map((event, index) => ({
          ...event,
          version: expectedVersion + 1 + index,
        }));
        const waiting = (await database.jobs.counts('2030')).waiting;
        const result = await database.eventStore.append({ ...input, expectedVersion, events });
        expect(result).toEqual({ kind: 'conflict' });
        expect(await storedTypes()).toEqual(['TaskCreated', 'TaskEdited']);
        expect(await database.readModels.findTask(task.taskId)).toMatchObject({
          status: 'draft',
          version: 2,
        });
        expect((await database.jobs.counts('2030')).waiting).toBe(waiting);
      },
    );

    it('stores the events of one command once, whatever version the second attempt expects', async () => {
      await storeTask(database.eventStore, task);
      task.when((state, context) => executeTask(state, { taskId: task.taskId }, context));
      const commandId = 'command-1';
      const input = { ...appendInput(task.events, 1), commandId };
      const events = input.events.map((event) => ({ ...event, commandId }));
      expect(await database.eventStore.append({ ...input, events })).toMatchObject({ kind: 'appended' });
      expect(await database.eventStore.append({ ...input, events })).toEqual({ kind: 'duplicate' });
      const later = events.map((event) => ({ ...event, version: event.version + events.length }));
      expect(
        await database.eventStore.append({ ...input, expectedVersion: task.events.length, events: later }),
      ).toEqual({ kind: 'duplicate' });
      expect(await storedTypes()).toEqual(['TaskCreated', 'TaskQueued', 'RunRequested']);
    });

    it('takes the same command id in another stream', async () => {
      const other = new TaskScenario(ids);
      for (const scenario of [task, other]) {
        scenario.when(() => [{ type: 'TaskCreated', payload: aTask }]);
        const input = { ...appendInput(scenario.events, 0), commandId: 'shared' };
        const events = input.events.map((event) => ({ ...event, commandId: 'shared' }));
        expect(await database.eventStore.append({ ...input, events })).toMatchObject({ kind: 'appended' });
      }
    });

    it('stores nothing when a part of the append fails, and goes on working', async () => {
      task.when(() => [{ type: 'TaskCreated', payload: aTask }]);
      const input = appendInput(task.events, 0);
      const lifecycle = { ...input.after.lifecycle, title: null as unknown as string };
      const before = await database.eventStore.lastPosition();
      await expect(
        database.eventStore.append({ ...input, after: { ...input.after, lifecycle } }),
      ).rejects.toThrow(/null/i);
      expect(await database.eventStore.load(task.taskId)).toEqual([]);
      expect(await database.eventStore.lastPosition()).toBe(before);
      expect(await database.eventStore.append(input)).toMatchObject({ kind: 'appended' });
      expect(await readViews(database.readModels, task.taskId)).not.toBeNull();
    });

    it('lets exactly one of many writers win a version', async () => {
      await storeTask(database.eventStore, task);
      task.when((state) => editTask(state, { taskId: task.taskId, changes: { title: 'raced' } }));
      const input = appendInput(task.events, 1);
      const results = await Promise.all(Array.from({ length: 20 }, () => database.eventStore.append(input)));
      expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
      expect(results.filter((result) => result.kind === 'conflict')).toHaveLength(19);
    });

    it('shows positions in order: a reader that follows eight writers misses nothing', async () => {
      const writers = 8;
      const perWriter = 60;
      const start = await database.eventStore.lastPosition();
      const seen: number[] = [];
      const follow = async () => {
        while (seen.length < writers * perWriter) {
          const allWritten = written === writers;
          const events = await database.eventStore.readAll(seen.at(-1) ?? start, 50);
          seen.push(...events.map((event) => event.position));
          // An event that was passed over never comes back: then there is nothing to wait for.
          if (allWritten && events.length === 0) return;
        }
      };
      let written = 0;
      const write = async () => {
        const scenario = new TaskScenario(ids);
        await storeTask(database.eventStore, scenario);
        for (let count = 1; count < perWriter; count += 1) {
          await storeWhen(database.eventStore, scenario, (state) =>
            editTask(state, { taskId: scenario.taskId, changes: { title: `title ${count}` } }),
          );
        }
        written += 1;
      };
      await Promise.all([follow(), ...Array.from({ length: writers }, write)]);
      const all = await database.eventStore.readAll(start, writers * perWriter + 1);
      expect(all).toHaveLength(writers * perWriter);
      expect(seen).toEqual(all.map((event) => event.position));
    });
  });
}
