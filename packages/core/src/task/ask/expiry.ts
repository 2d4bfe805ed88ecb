import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { Timestamp } from '../../kernel/event.ts';
import type { TaskState } from '../model/state.ts';

/** When an optional request settles itself, if the task has a time-out for such; null = never. */
export function expiryOf(
  { lifecycle }: TaskState,
  settlesItself: boolean,
  { now }: DecisionContext,
): Timestamp | null {
  const minutes = lifecycle.questionTimeoutMinutes;
  if (!settlesItself || minutes === 0) return null;
  return new Date(Date.parse(now) + minutes * 60_000).toISOString();
}
