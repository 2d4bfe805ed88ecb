import type { EventStore } from '@ccs/core/ports/event-store';
import { countingIds, TaskScenario } from '@ccs/core/testing/task-scenario';
import type { QueuePriority } from '@ccs/core/vocabulary/statuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../open-database.ts';
import type { TestDatabase } from './open-test-database.ts';
import { appendInput, storeExecute, storeTask } from './stored-task.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** What every job queue does. @param open a new, empty database */
export function jobQueueContract(name: string, open: () => Promise<TestDatabase>): void {
  describe(`job queue on ${name}`, () => {
    const ids = countingIds();
    let test: TestDatabase;
    let jobs: OpenDatabase['jobs'];
    let store: EventStore;
    beforeEach(async () => {
      test = await open();
      jobs = test.database.jobs;
      store = test.database.eventStore;
    });
    afterEach(() => test.dispose());

    const queueTask = async (priority: QueuePriority = 'normal') => {
      const task = new TaskScenario(ids);
      await storeTask(store, task, { priority });
      return { task, runId: await storeExecute(store, task) };
    };
    const claim = (workerId: string, minute = 0) =>
      jobs.claim({ workerId, now: at(minute), leaseUntil: at(minute + 10) });

    it('has nothing to claim in the beginning', async () => {
      expect(await claim('worker')).toBeNull();
      expect(await jobs.counts(at(0))).toEqual({ waiting: 0, held: 0 });
    });

    it('gives out jobs by priority, then by age, each to one worker', async () => {
      const queued: string[] = [];
      for (const priority of ['normal', 'low', 'critical', 'normal', 'high'] as const) {
        queued.push((await queueTask(priority)).runId);
      }
      const claimed = [];
      for (const worker of ['a', 'b', 'c', 'd', 'e']) claimed.push((await claim(worker))?.key);
      const order = [2, 4, 0, 3, 1].map((index) => queued[index]);
      expect(claimed).toEqual(order);
      expect(await claim('f')).toBeNull();
      expect(await jobs.counts(at(1))).toEqual({ waiting: 0, held: 5 });
    });

    it('says what is to be done', async () => {
      const { task, runId } = await queueTask();
      expect(await claim('worker')).toEqual({
        id: runId.replace('run_', 'job_'),
        kind: 'run',
        key: runId,
        taskId: task.taskId,
        attempt: 1,
      });
    });

    it('gives a job to another worker when the lease has expired, and the first one no longer holds it', async () => {
      await queueTask();
      const first = await claim('a', 0);
      expect(await claim('b', 9)).toBeNull();
      expect(await jobs.counts(at(11))).toEqual({ waiting: 1, held: 0 });
      const second = await claim('b', 10);
      expect(second).toEqual({ ...first, attempt: 2 });
      const jobId = first?.id ?? 'job_none';
      expect(await jobs.heartbeat({ jobId, workerId: 'a', leaseUntil: at(60) })).toBe(false);
      expect(await jobs.complete({ jobId, workerId: 'a' })).toBe(false);
      expect(await jobs.complete({ jobId, workerId: 'b' })).toBe(true);
      expect(await claim('c', 99)).toBeNull();
    });

    it('keeps a job with a worker that prolongs its lease', async () => {
      await queueTask();
      const job = await claim('a', 0);
      const jobId = job?.id ?? 'job_none';
      expect(await jobs.heartbeat({ jobId, workerId: 'a', leaseUntil: at(30) })).toBe(true);
      expect(await claim('b', 20)).toBeNull();
      expect(await claim('b', 30)).toMatchObject({ attempt: 2 });
    });

    it('ends a job once', async () => {
      await queueTask();
      const jobId = (await claim('a'))?.id ?? 'job_none';
      expect(await jobs.complete({ jobId, workerId: 'a' })).toBe(true);
      expect(await jobs.complete({ jobId, workerId: 'a' })).toBe(false);
      expect(await jobs.counts(at(0))).toEqual({ waiting: 0, held: 0 });
    });

    it('gives up all leases for a server that starts as the only one', async () => {
      for (let count = 0; count < 3; count += 1) await queueTask();
      await claim('a');
      await claim('b');
      expect(await jobs.releaseAll()).toBe(2);
      expect(await jobs.releaseAll()).toBe(0);
      expect(await jobs.counts(at(0))).toEqual({ waiting: 3, held: 0 });
      expect(await claim('c')).toMatchObject({ attempt: 2 });
    });

    it('stores a job of one key once', async () => {
      const { task } = await queueTask();
      task.when(() => [{ type: 'TaskEdited', payload: { title: 'again' } }]);
      const edited = appendInput(task.events, 3);
      const sameJob = appendInput(task.events, 1, 3).jobs;
      await store.append({ ...edited, jobs: sameJob });
      expect(await jobs.counts(at(0))).toEqual({ waiting: 1, held: 0 });
    });

    it('gives each job to one of many workers that claim at the same time', async () => {
      const wanted = [];
      for (let count = 0; count < 12; count += 1) wanted.push((await queueTask()).runId);
      const workers = Array.from({ length: 20 }, (_, index) => `worker ${index}`);
      const claimed = await Promise.all(workers.map((worker) => claim(worker)));
      const keys = claimed.flatMap((job) => (job ? [job.key] : []));
      expect(new Set(keys).size).toBe(keys.length);
      // Under contention a worker may find nothing for the moment; what is left is there for the next claim.
      for (let job = await claim('last'); job; job = await claim('last')) keys.push(job.key);
      expect(keys.toSorted()).toEqual(wanted.toSorted());
    });
  });
}
