import type { EventDto, StreamFrame } from '@ccs/contract';
import type { LogLine } from '@ccs/core/ports/task-log';
import type { StoredTaskEvent, TaskEventType } from '@ccs/core/task/model/events';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { StreamEventType } from '@ccs/core/vocabulary/stream';
import { formatCursor, type StreamCursor } from './stream-cursor.ts';

/** An item of a task's stream: a stored event or a log line. */
export type StreamItem =
  | { readonly kind: 'event'; readonly event: StoredTaskEvent }
  | { readonly kind: 'line'; readonly taskId: TaskId; readonly line: LogLine };

const FRAME_TYPES: Partial<Record<TaskEventType, StreamEventType>> = {
  PhaseStarted: 'phase_update',
  PhaseCompleted: 'phase_update',
  ReviewApproved: 'phase_update',
  ReviewChangesRequested: 'phase_update',
  VerificationCompleted: 'phase_update',
  ReworkStarted: 'phase_update',
  QuestionAsked: 'user_question',
  DependencyRequested: 'dependency_request',
  StepStarted: 'step_update',
  StepCompleted: 'step_update',
  ReviewCreated: 'review_required',
  TaskCompleted: 'complete',
  TaskFailed: 'error',
};

/** The cursor of a reader that had `before` and has been given `item`. */
function cursorAfter(before: StreamCursor, item: StreamItem): StreamCursor {
  return item.kind === 'event'
    ? { ...before, version: item.event.version }
    : { ...before, seq: item.line.seq };
}

/** An event as clients see it. */
export function toEventDto(event: StoredTaskEvent): EventDto {
  return {
    id: event.id,
    position: event.position,
    taskId: event.taskId,
    version: event.version,
    type: event.type,
    payload: { ...event.payload },
    timestamp: event.timestamp,
    userId: event.userId,
  };
}

/** What goes on the wire; `cursor` is the one after the item. */
function toFrame(item: StreamItem, cursor: StreamCursor): StreamFrame {
  if (item.kind === 'line') {
    return { type: 'log', taskId: item.taskId, cursor: formatCursor(cursor), line: item.line };
  }
  const { event } = item;
  return {
    type: FRAME_TYPES[event.type] ?? 'log',
    taskId: event.taskId,
    cursor: formatCursor(cursor),
    event: toEventDto(event),
  };
}

/** An item made ready for the wire once, however many clients get it. */
export interface StreamEntry {
  readonly cursor: StreamCursor;
  readonly type: StreamEventType;
  /** The frame as JSON. */
  readonly json: string;
}

export function toEntry(before: StreamCursor, item: StreamItem): StreamEntry {
  const cursor = cursorAfter(before, item);
  const frame = toFrame(item, cursor);
  return { cursor, type: frame.type, json: JSON.stringify(frame) };
}
