import type { AppendInput, AppendResult, NewJob } from '@ccs/core/kernel/handle-command';
import type { Reaction } from '@ccs/core/policies/policy';
import type { EventStore } from '@ccs/core/ports/event-store';
import { taskAggregate } from '@ccs/core/task/model/aggregate';
import type { RecordedTaskEvent, TaskEvent } from '@ccs/core/task/model/events';
import { fold, type TaskState } from '@ccs/core/task/model/state';
import { executeTask } from '@ccs/core/task/lifecycle/execute-task';
import { startRun } from '@ccs/core/task/run/start-run';
import { aTask, type TaskScenario } from '@ccs/core/testing/task-scenario';

/** What appends the events of a history from one version to another. */
export function appendInput(
  history: readonly RecordedTaskEvent[],
  from: number,
  to: number = history.length,
): AppendInput<TaskState, TaskEvent> {
  const events = history.slice(from, to);
  const before = fold(history.slice(0, from));
  let after = before;
  const jobs: NewJob[] = [];
  for (const event of events) {
    after = taskAggregate.evolve(after, event);
    jobs.push(...taskAggregate.jobsFor(after, event));
  }
  const [first] = events;
  if (!first || !after) throw new Error('nothing to append');
  const { taskId, commandId } = first;
  return { taskId, expectedVersion: from, events, before, after, jobs, commandId };
}

/** Decides on a task in memory and stores what follows. */
export async function storeWhen(
  store: EventStore,
  scenario: TaskScenario,
  decide: Reaction,
): Promise<AppendResult> {
  const from = scenario.events.length;
  scenario.when(decide);
  return await store.append(appendInput(scenario.events, from));
}

/** Stores a new task: a draft. */
export async function storeTask(
  store: EventStore,
  scenario: TaskScenario,
  changes: Partial<typeof aTask> = {},
): Promise<void> {
  await storeWhen(store, scenario, () => [{ type: 'TaskCreated', payload: { ...aTask, ...changes } }]);
}

/** Queues a draft: its first run is requested, and a job for it is stored. Returns the id of the run. */
export async function storeExecute(store: EventStore, scenario: TaskScenario): Promise<string> {
  const { taskId } = scenario;
  await storeWhen(store, scenario, (state, context) => executeTask(state, { taskId }, context));
  return lastRun(scenario);
}

/** Starts the requested run. */
export async function storeStart(store: EventStore, scenario: TaskScenario): Promise<void> {
  await storeWhen(store, scenario, (state) => startRun(state, { runId: lastRun(scenario) }));
}

function lastRun(scenario: TaskScenario) {
  const run = scenario.state?.runs.at(-1);
  if (!run) throw new Error('the task has no run');
  return run.runId;
}
