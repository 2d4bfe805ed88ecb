import type { Timestamp } from '../../kernel/event.ts';
import type { Failure } from '../../vocabulary/failures.ts';
import type { RunId } from '../../vocabulary/ids.ts';
import type { RunOutcome, RunPurpose } from '../../vocabulary/statuses.ts';
import type { RecordedTaskEvent } from './events.ts';
import type { Usage } from './usage.ts';

/** One life of one agent process on a task. */
export interface RunState {
  readonly runId: RunId;
  readonly purpose: RunPurpose;
  readonly phase: number;
  readonly status: 'requested' | 'started' | 'ended';
  readonly requestedAt: Timestamp;
  readonly startedAt: Timestamp | null;
  readonly endedAt: Timestamp | null;
  readonly outcome: RunOutcome | null;
  readonly failure: Failure | null;
  readonly usage: Usage | null;
}

/** All runs of a task in the order of their request. */
export type Runs = readonly RunState[];

export function evolveRuns(runs: Runs, event: RecordedTaskEvent): Runs {
  switch (event.type) {
    case 'RunRequested':
      return [
        ...runs,
        {
          ...event.payload,
          status: 'requested',
          requestedAt: event.timestamp,
          startedAt: null,
          endedAt: null,
          outcome: null,
          failure: null,
          usage: null,
        },
      ];
    case 'RunStarted':
      return updateRun(runs, event.payload.runId, (run) => ({
        ...run,
        status: 'started',
        startedAt: event.timestamp,
      }));
    case 'RunEnded':
      return updateRun(runs, event.payload.runId, (run) => ({
        ...run,
        status: 'ended',
        endedAt: event.timestamp,
        outcome: event.payload.outcome,
        failure: event.payload.failure ?? null,
        usage: event.payload.usage ?? null,
      }));
    default:
      return runs;
  }
}

/** The run that is wanted or going on now, if any: the newest, while an older one may still be stopping. */
export function openRun(runs: Runs): RunState | undefined {
  return runs.findLast((run) => run.status !== 'ended');
}

/** How often an agent has been started to work on a phase; verifiers do not work on it. */
export function countStarts(runs: Runs, phase: number): number {
  return runs.filter((run) => run.phase === phase && run.startedAt !== null && run.purpose !== 'verify')
    .length;
}

function updateRun(runs: Runs, runId: RunId, change: (run: RunState) => RunState): Runs {
  return runs.map((run) => (run.runId === runId ? change(run) : run));
}
