import type { Clock, IdSource } from '@ccs/core/kernel/clock';
import type { Actor } from '@ccs/core/kernel/event';
import { type Handled, handleCommand } from '@ccs/core/kernel/handle-command';
import type { Reaction } from '@ccs/core/policies/policy';
import type { EventStore } from '@ccs/core/ports/event-store';
import { taskAggregate } from '@ccs/core/task/model/aggregate';
import type { TaskEvent } from '@ccs/core/task/model/events';
import type { TaskState } from '@ccs/core/task/model/state';
import type { TaskId } from '@ccs/core/vocabulary/ids';

export interface TaskCommand {
  readonly taskId: TaskId;
  readonly actor: Actor;
  readonly commandId?: string;
  readonly decide: Reaction;
}

/** The one way in which this process changes tasks: decide, append, wake the readers. */
export interface TaskCommands {
  handle(command: TaskCommand): Promise<Handled<TaskState, TaskEvent>>;
}

/** @param committed is called after each commit that stored events. */
export function createTaskCommands(deps: {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly committed: () => void;
}): TaskCommands {
  const { committed, ...rest } = deps;
  return {
    async handle(command) {
      const handled = await handleCommand({ ...rest, aggregate: taskAggregate }, command);
      if (handled.events.length > 0) committed();
      return handled;
    },
  };
}
