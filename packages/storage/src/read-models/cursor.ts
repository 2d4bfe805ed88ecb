import { isId, type TaskId } from '@ccs/core/vocabulary/ids';
import type { Timestamp } from '@ccs/core/kernel/event';

/** Where a page ends: the last task on it. */
export interface TaskCursor {
  readonly createdAt: Timestamp;
  readonly taskId: TaskId;
}

/** A cursor that no page of this list ever gave out. */
export class InvalidCursorError extends Error {
  constructor() {
    super('not a cursor of this list');
    this.name = 'InvalidCursorError';
  }
}

/** A cursor as clients carry it: opaque, safe in a URL. */
export function encodeCursor(cursor: TaskCursor): string {
  return Buffer.from(`${cursor.createdAt} ${cursor.taskId}`).toString('base64url');
}

/** @throws InvalidCursorError */
export function decodeCursor(text: string): TaskCursor {
  const [createdAt, taskId, ...rest] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  if (createdAt === undefined || taskId === undefined || rest.length > 0) throw new InvalidCursorError();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(createdAt)) throw new InvalidCursorError();
  if (!isId('task', taskId)) throw new InvalidCursorError();
  return { createdAt, taskId };
}
