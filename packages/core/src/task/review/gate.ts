import type { GatePolicy } from '../../vocabulary/quality.ts';
import type { Lifecycle } from '../model/lifecycle.ts';

/** Who opens the gate after a phase: its own policy, else what `autoApprove` says for the whole task. */
export function gateOf(lifecycle: Pick<Lifecycle, 'gates' | 'autoApprove'>, phase: number): GatePolicy {
  return lifecycle.gates[String(phase)] ?? (lifecycle.autoApprove ? 'auto' : 'manual');
}
