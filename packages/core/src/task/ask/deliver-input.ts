import type { RunId } from '../../vocabulary/ids.ts';
import type { InputId, TaskEvent } from '../model/events.ts';
import { pendingInput } from '../model/pending-input.ts';
import type { TaskState } from '../model/state.ts';

/** Records that answers and messages are in the agent's conversation. Each is recorded once, whoever says it again. */
export function deliverInput(
  state: TaskState | null,
  { runId, ids }: { readonly runId: RunId; readonly ids: readonly InputId[] },
): readonly TaskEvent[] {
  if (!state) return [];
  const waiting = new Set<string>(pendingInput(state).map((each) => each.id));
  const delivered = ids.filter((id) => waiting.has(id));
  return delivered.length === 0 ? [] : [{ type: 'InputDelivered', payload: { runId, ids: delivered } }];
}
