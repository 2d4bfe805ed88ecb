import type { Timestamp } from '../../kernel/event.ts';
import type { RunState } from '../model/runs.ts';

/** How long agents worked in runs that have ended, in milliseconds, and since when one works now. */
export interface WorkedTime {
  readonly workedMs: number;
  readonly workingSince: Timestamp | null;
}

/** The time that agents worked in these runs, verifiers too; waiting for a person or for a place is not work. */
export function workedTime(runs: readonly Pick<RunState, 'status' | 'startedAt' | 'endedAt'>[]): WorkedTime {
  return {
    workedMs: runs.reduce((sum, run) => sum + workedMsOf(run), 0),
    workingSince: runs.find((run) => run.status === 'started')?.startedAt ?? null,
  };
}

function workedMsOf({ startedAt, endedAt }: Pick<RunState, 'startedAt' | 'endedAt'>): number {
  if (startedAt === null || endedAt === null) return 0;
  // Clocks can be set back in between.
  return Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
}
