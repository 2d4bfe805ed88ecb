import { type OpenDatabase, openTaskLog } from '@ccs/storage';
import { openTestDatabase, type TestDatabase } from '@ccs/storage/testing';
import { createTask } from '@ccs/core/task/lifecycle/create-task';
import { aTask } from '@ccs/core/testing/task-scenario';
import type { TaskLog } from '@ccs/core/ports/task-log';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIdSource, systemClock } from './ids.ts';
import { createTaskCommands } from './task-commands.ts';
import { STREAM_START } from './stream-cursor.ts';
import { TaskStreams } from './task-streams.ts';

let test: TestDatabase;
let database: OpenDatabase;
let log: TaskLog;
let streams: TaskStreams;
let taskId: TaskId;
beforeEach(async () => {
  test = await openTestDatabase('sqlite');
  database = test.database;
  log = await openTaskLog({ directory: path.join(test.options.dataDir, 'logs') });
  streams = new TaskStreams(
    database.eventStore,
    log,
    () => undefined,
    (error) => expect.unreachable(String(error)),
  );
  const ids = createIdSource();
  taskId = ids.next('task');
  const commands = createTaskCommands({
    store: database.eventStore,
    clock: systemClock,
    ids,
    committed: () => undefined,
  });
  await commands.handle({
    taskId,
    actor: 'user',
    decide: (state, context) => createTask(state, { task: aTask, execute: false }, context),
  });
});
afterEach(async () => {
  await log.close();
  await test.dispose();
});
const aLine = { at: '2026-01-01T00:00:00.000Z', kind: 'text', text: 'hello' } as const;

it('that could not be opened fails for who asked, and is whole for the next', async () => {
  vi.spyOn(database.eventStore, 'load').mockRejectedValueOnce(new Error('database away'));
  await expect(streams.of(taskId).head()).rejects.toThrow('database away');
  expect(await streams.of(taskId).head()).toEqual({ version: 1, seq: 0 });
  await streams.of(taskId).append([aLine]);
  expect(await log.read(taskId, { after: 0, limit: 10 })).toMatchObject([{ seq: 1, afterVersion: 1 }]);
});

it('gives what was there and what comes, each once, and keeps no listener that left', async () => {
  const seen: string[] = [];
  let cursor = STREAM_START;
  const listener = (entry: { json: string }) => void seen.push(entry.json);
  const past = await streams.of(taskId).catchUp(cursor, listener);
  expect(past.entries).toHaveLength(1);
  expect(past.detach).toBeNull();
  cursor = past.entries[0]?.cursor ?? cursor;
  const present = await streams.of(taskId).catchUp(cursor, listener);
  expect(present.entries).toEqual([]);
  await streams.of(taskId).append([aLine, aLine]);
  expect(seen.map((json) => JSON.parse(json).cursor)).toEqual(['1-1', '1-2']);
  expect(streams.of(taskId).inUse).toBe(true);
  present.detach?.();
  await streams.of(taskId).append([aLine]);
  expect(seen).toHaveLength(2);
  await vi.waitFor(() => expect(streams.of(taskId).inUse).toBe(false));
});
