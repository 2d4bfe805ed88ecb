import type { AppendInput } from '@ccs/core/kernel/handle-command';
import type { IdSource } from '@ccs/core/kernel/clock';
import { taskAggregate } from '@ccs/core/task/model/aggregate';
import type { RecordedTaskEvent, TaskEvent } from '@ccs/core/task/model/events';
import type { TaskState } from '@ccs/core/task/model/state';
import { NO_USAGE } from '@ccs/core/task/model/usage';
import { executeTask } from '@ccs/core/task/lifecycle/execute-task';
import { completeStep } from '@ccs/core/task/phase/complete-step';
import { endRun } from '@ccs/core/task/run/end-run';
import { startRun } from '@ccs/core/task/run/start-run';
import { aReport } from '@ccs/core/testing/act-on-task';
import { aTask, TaskScenario, tickingClock } from '@ccs/core/testing/task-scenario';

/** One append of a prepared history. */
export type Append = AppendInput<TaskState, TaskEvent>;

/** The whole life of a task with four phases, approved by itself: about 70 events, as a real one has. */
function playTask(ids: IdSource): readonly RecordedTaskEvent[] {
  const task = new TaskScenario(ids, tickingClock());
  task.when(() => [{ type: 'TaskCreated', payload: { ...aTask, autoApprove: true } }]);
  task.when((state, context) => executeTask(state, { taskId: task.taskId }, context));
  task.settle();
  for (let run = openRunOf(task); run !== undefined; run = openRunOf(task)) {
    const { runId, phase, purpose } = run;
    task.when((state) => startRun(state, { runId }));
    const steps = purpose === 'phase' ? (task.state?.phases[phase - 1]?.steps ?? []) : [];
    for (const { number } of steps) {
      task.when((state) => completeStep(state, { runId, step: number, evidence: 'files' }));
    }
    task.when((state, context) =>
      endRun(
        state,
        purpose === 'verify'
          ? { runId, outcome: 'verified', report: aReport([]), usage: NO_USAGE }
          : {
              runId,
              outcome: 'completed',
              outputs: OUTPUTS,
              baseCommit: null,
              commit: null,
              usage: NO_USAGE,
            },
        context,
      ),
    );
    task.settle();
  }
  return task.events;
}

const OUTPUTS = Array.from({ length: 9 }, (_, index) => ({
  path: `docs/planning/0${index + 1}_document.md`,
  kind: 'document' as const,
  sizeBytes: 2000,
}));

function openRunOf(task: TaskScenario) {
  return task.state?.runs.find((run) => run.status === 'requested');
}

/** What appends every event by itself, in order, with the states and jobs that the command path would pass along. */
function singleAppends(history: readonly RecordedTaskEvent[]): readonly Append[] {
  let before: TaskState | null = null;
  return history.map((event, index) => {
    const after: TaskState = taskAggregate.evolve(before, event);
    const jobs = taskAggregate.jobsFor(after, event);
    const { taskId, commandId } = event;
    const append = { taskId, expectedVersion: index, events: [event], before, after, jobs, commandId };
    before = after;
    return append;
  });
}

/** Single-event appends, at least `count` in all, task by task. Tasks of one id source are all different. */
export function prepareAppends(count: number, ids: IdSource): readonly (readonly Append[])[] {
  const tasks: (readonly Append[])[] = [];
  for (let total = 0; total < count; total += tasks.at(-1)?.length ?? 0)
    tasks.push(singleAppends(playTask(ids)));
  return tasks;
}
