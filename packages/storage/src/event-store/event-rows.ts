import type { RecordedEvent } from '@ccs/core/kernel/event';
import type { StoredTaskEvent, TaskEvent } from '@ccs/core/task/model/events';
import type { Selectable } from 'kysely';
import type { Row } from '../dialects/insert-rows.ts';
import type { EventRow } from '../schema/tables.ts';

/** The row of an event that is the `index`th one of its command; the database adds the position. */
export function toEventRow(event: RecordedEvent<TaskEvent>, index: number): Row {
  return {
    id: event.id,
    task_id: event.taskId,
    version: event.version,
    type: event.type,
    payload: JSON.stringify(event.payload),
    schema_version: event.schemaVersion,
    timestamp: event.timestamp,
    user_id: event.userId,
    command_id: event.commandId,
    command_index: index,
  };
}

/** The event that a row holds. */
export function toStoredEvent(row: Selectable<EventRow>): StoredTaskEvent {
  return {
    id: row.id,
    taskId: row.task_id,
    version: row.version,
    type: row.type,
    payload: JSON.parse(row.payload),
    schemaVersion: row.schema_version,
    timestamp: row.timestamp,
    userId: row.user_id,
    commandId: row.command_id,
    position: row.position,
    // Only `toEventRow` writes these rows, from events of this type.
  } as StoredTaskEvent;
}
