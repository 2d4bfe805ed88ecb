import { fold } from '@ccs/core/task/model/state';
import { deriveViews } from '@ccs/core/task/view/derive-views';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../open-database.ts';
import { acquireOwnership, AlreadyOwnedError } from '../ownership.ts';
import { ChildProgram } from '../testing/child-program.ts';
import { availableDatabases, openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { readViews } from '../testing/read-views.ts';

const IDS_PER_ROUND = 1_000_000;

describe.each(availableDatabases())('a server on %s that is killed while it appends', (kind) => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase(kind);
  });
  afterEach(() => test.dispose());

  it('leaves every confirmed event, dense versions and read models that agree', async () => {
    const { dataDir, databaseUrl } = test.options;
    const confirmed = new Map<string, number>();
    for (const [round, kills] of [1, 40, 137].entries()) {
      const args = [dataDir, databaseUrl ?? '', String(1 + round * IDS_PER_ROUND)];
      const server = new ChildProgram('write-events', args);
      await server.lines(kills);
      await expect(acquireOwnership(test.options)).rejects.toThrow(AlreadyOwnedError);
      for (const line of await server.kill()) {
        const [taskId = '', version] = line.split(' ');
        confirmed.set(taskId, Number(version));
      }
      // PostgreSQL notices in its own time that the client is gone, and may still finish a commit.
      const owner = await vi.waitFor(() => acquireOwnership(test.options), { timeout: 10_000 });
      await vi.waitFor(() => expectWhole(test, confirmed), { timeout: 10_000 });
      await owner.release();
    }
  });
});

async function expectWhole(test: TestDatabase, confirmed: ReadonlyMap<string, number>): Promise<void> {
  const database = await test.reopen();
  try {
    const stored = new Map<TaskId, number>();
    for (const event of await database.eventStore.readAll(0, 1_000_000)) {
      expect(event.version).toBe((stored.get(event.taskId) ?? 0) + 1);
      stored.set(event.taskId, event.version);
    }
    for (const [taskId, version] of confirmed) {
      expect(stored.get(taskId as TaskId)).toBeGreaterThanOrEqual(version);
    }
    for (const taskId of stored.keys()) await expectFolded(database, taskId);
  } finally {
    await database.close();
  }
}

async function expectFolded(database: OpenDatabase, taskId: TaskId): Promise<void> {
  const state = fold(await database.eventStore.load(taskId));
  expect(await readViews(database.readModels, taskId)).toEqual(state && deriveViews(state));
}
