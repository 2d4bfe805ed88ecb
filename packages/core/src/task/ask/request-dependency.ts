import { DomainError } from '../../kernel/domain-error.ts';
import type { DecisionContext } from '../../kernel/handle-command.ts';
import { MAX_OPEN_ASKS, type DependencyType } from '../../vocabulary/asks.ts';
import type { RunId } from '../../vocabulary/ids.ts';
import type { DependencyAsk } from '../model/asks.ts';
import { countOpenAsks } from '../model/blocking-asks.ts';
import type { DependencyState } from '../model/dependencies.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { expiryOf } from './expiry.ts';
import { currentRun } from '../run/current-run.ts';

export interface RequestDependencyInput {
  readonly runId: RunId;
  readonly ask: DependencyAsk;
  /** Whether the agent knows that it was provided and says that it does not work: then a person is asked again. */
  readonly again?: boolean;
}

/**
 * Records that the agent needs something. What waits already, or was provided, is not requested again.
 * @throws DomainError too_many_asks
 */
export function requestDependency(
  state: TaskState | null,
  { runId, ask, again = false }: RequestDependencyInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  const run = currentRun(state, runId);
  const known = state ? findKnown(state, ask) : undefined;
  if (!state || !run || known?.status === 'pending' || (known && !again)) return [];
  if (countOpenAsks(state, true) >= MAX_OPEN_ASKS) throw new DomainError({ code: 'too_many_asks' });
  const dependencyId = context.ids.next('dependency');
  const expiresAt = expiryOf(state, !ask.required, context);
  return [
    {
      type: 'DependencyRequested',
      payload: { ...ask, dependencyId, runId, phase: run.phase, expiresAt },
    },
  ];
}

/**
 * The same dependency, if it waits or was provided. A permission that was given once is the same only until the
 * agent has used it.
 */
export function findKnown(state: TaskState, ask: DependencyAsk): DependencyState | undefined {
  return state.dependencies.findLast((each) => {
    if (ask.permission) {
      if (each.permission?.callKey !== ask.permission.callKey) return false;
      return each.status === 'pending' || (each.status === 'provided' && each.deliveredAt === null);
    }
    const isSame = each.name === ask.name && kindOf(each.type) === kindOf(ask.type);
    return isSame && (each.status === 'pending' || each.status === 'provided');
  });
}

/** A variable is one thing, whether it is called a key or not. */
function kindOf(type: DependencyType): string {
  return type === 'api_key' ? 'env_variable' : type;
}
