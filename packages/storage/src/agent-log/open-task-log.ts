import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TaskLog } from '@ccs/core/ports/task-log';
import { isId, type TaskId } from '@ccs/core/vocabulary/ids';
import { LogFile } from './log-file.ts';

const MAX_OPEN_FILES = 64;

export interface TaskLogOptions {
  /** Holds `<taskId>.jsonl` for every task; created when it is missing. */
  readonly directory: string;
  /** How many files stay open while nobody uses them (64). */
  readonly maxOpenFiles?: number;
}

interface OpenLog {
  readonly log: Promise<LogFile>;
  /** What is being read or written. */
  readonly running: Set<Promise<unknown>>;
}

/**
 * The log of every task, in one folder. Only one process may have it open.
 * Every method rejects with a TypeError for a task id that is not one: it never becomes a path.
 */
export async function openTaskLog(options: TaskLogOptions): Promise<TaskLog> {
  const { directory, maxOpenFiles = MAX_OPEN_FILES } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  /** In the order of their last use. */
  const open = new Map<TaskId, OpenLog>();
  let closed = false;

  const pathOf = (taskId: TaskId): string => {
    if (!isId('task', taskId)) throw new TypeError('not a task id');
    return join(directory, `${taskId}.jsonl`);
  };

  const closeLog = async (taskId: TaskId, entry: OpenLog): Promise<void> => {
    open.delete(taskId);
    await Promise.allSettled(entry.running);
    await (await entry.log).close();
  };

  const closeIdle = async (): Promise<void> => {
    for (const [taskId, entry] of open) {
      if (open.size <= maxOpenFiles) return;
      if (entry.running.size === 0) await closeLog(taskId, entry);
    }
  };

  const use = async <T>(taskId: TaskId, work: (log: LogFile) => Promise<T>): Promise<T> => {
    const path = pathOf(taskId);
    if (closed) throw new Error('the log is closed');
    const entry = open.get(taskId) ?? { log: LogFile.open(path), running: new Set() };
    open.delete(taskId);
    open.set(taskId, entry);
    const run = entry.log.then(work);
    entry.running.add(run);
    try {
      return await run;
    } catch (error) {
      // A file that could not be opened is tried again by the next call.
      await entry.log.catch(() => {
        if (open.get(taskId) === entry) open.delete(taskId);
      });
      throw error;
    } finally {
      entry.running.delete(run);
      await closeIdle();
    }
  };

  return {
    append: (taskId, afterVersion, lines) => use(taskId, (log) => log.append(afterVersion, lines)),
    read: (taskId, { after, limit, kinds }) => use(taskId, (log) => log.read(after, limit, kinds)),
    lastSeq: (taskId) => use(taskId, async (log) => log.lastSeq),
    async remove(taskId) {
      const path = pathOf(taskId);
      const entry = open.get(taskId);
      if (entry) await closeLog(taskId, entry);
      await rm(path, { force: true });
    },
    async close() {
      closed = true;
      await Promise.all([...open].map(([taskId, entry]) => closeLog(taskId, entry)));
    },
  };
}
