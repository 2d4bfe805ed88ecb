import { createTask } from '@ccs/core/task/lifecycle/create-task';
import { editTask } from '@ccs/core/task/lifecycle/edit-task';
import { handleCommand } from '@ccs/core/kernel/handle-command';
import type { IdSource } from '@ccs/core/kernel/clock';
import type { EventStore } from '@ccs/core/ports/event-store';
import { taskAggregate } from '@ccs/core/task/model/aggregate';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import { fold } from '@ccs/core/task/model/state';
import { aTask, tickingClock } from '@ccs/core/testing/task-scenario';
import type { Append } from './histories.ts';

/** Events that one read asks for, as the event feed does. */
const BATCH = 500;

/** Appends per second through `EventStore.append`, one event each, by so many writers at once. */
export async function appendRate(
  store: EventStore,
  tasks: readonly (readonly Append[])[],
  writers: number,
): Promise<number> {
  const waiting = tasks.values();
  let done = 0;
  const write = async (): Promise<void> => {
    for (const task of waiting) {
      for (const append of task) {
        const { kind } = await store.append(append);
        if (kind !== 'appended') throw new Error(`an append ended as a ${kind}`);
        done += 1;
      }
    }
  };
  const seconds = await timed(() => Promise.all(Array.from({ length: writers }, write)));
  return done / seconds;
}

/** Commands per second through `handleCommand` (load, fold, decide, append) on tasks that grow to 20 events. */
export async function commandRate(store: EventStore, ids: IdSource, count: number): Promise<number> {
  const deps = { store, aggregate: taskAggregate, clock: tickingClock(), ids };
  const seconds = await timed(async () => {
    let taskId = ids.next('task');
    for (let index = 0; index < count; index += 1) {
      const nth = index % 20;
      if (nth === 0) taskId = ids.next('task');
      await handleCommand(deps, {
        taskId,
        actor: 'user',
        decide: (state, context) =>
          nth === 0
            ? createTask(state, { task: aTask, execute: false }, context)
            : editTask(state, { taskId, changes: { title: `Edit ${nth}` } }),
      });
    }
  });
  return count / seconds;
}

/** Reads every event in the global order; gives them back, and how many came per second. */
export async function readRate(
  store: EventStore,
): Promise<{ readonly events: readonly StoredTaskEvent[]; readonly rate: number }> {
  const events: StoredTaskEvent[] = [];
  const seconds = await timed(async () => {
    for (;;) {
      const batch = await store.readAll(events.at(-1)?.position ?? 0, BATCH);
      events.push(...batch);
      if (batch.length < BATCH) return;
    }
  });
  return { events, rate: events.length / seconds };
}

/** Events per second folded into the states of their tasks, in memory. */
export function foldRate(events: readonly StoredTaskEvent[]): number {
  const streams = new Map<string, StoredTaskEvent[]>();
  for (const event of events) {
    const stream = streams.get(event.taskId);
    if (stream) stream.push(event);
    else streams.set(event.taskId, [event]);
  }
  const start = performance.now();
  for (const stream of streams.values()) fold(stream);
  return events.length / ((performance.now() - start) / 1000);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
