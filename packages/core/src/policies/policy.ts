import type { DecisionContext } from '../kernel/handle-command.ts';
import type { StoredTaskEvent, TaskEvent } from '../task/model/events.ts';
import type { TaskState } from '../task/model/state.ts';

/** A decision about the task that an event belongs to. */
export type Reaction = (state: TaskState | null, context: DecisionContext) => readonly TaskEvent[];

/**
 * "When this event, then that command." Runs at least once for every event, from a stored position; its command
 * carries an id made of policy and event, so that a replay changes nothing.
 */
export interface Policy {
  readonly name: string;
  react(event: StoredTaskEvent): Reaction | null;
}
