import type { RunId } from '../../vocabulary/ids.ts';
import { openRun, type RunState } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';

/** The run, if its agent still has a say: late output after a pause, a cancel or a newer run changes nothing. */
export function currentRun(state: TaskState | null, runId: RunId): RunState | undefined {
  if (state === null || state.lifecycle.deleted) return undefined;
  if (state.lifecycle.status !== 'in_progress' || state.lifecycle.paused) return undefined;
  const run = openRun(state.runs);
  return run?.runId === runId && run.status === 'started' ? run : undefined;
}
