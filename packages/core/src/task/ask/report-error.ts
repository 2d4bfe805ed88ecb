import type { RunId } from '../../vocabulary/ids.ts';
import type { AgentError } from '../model/asks.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { currentRun } from '../run/current-run.ts';

/** Records what an agent reports as having gone wrong; it does not end anything. */
export function reportError(
  state: TaskState | null,
  { runId, error }: { readonly runId: RunId; readonly error: AgentError },
): readonly TaskEvent[] {
  const run = currentRun(state, runId);
  return run ? [{ type: 'ErrorReported', payload: { runId, phase: run.phase, error } }] : [];
}
