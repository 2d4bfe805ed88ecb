import type { TaskId } from '@ccs/core/vocabulary/ids';
import { formatCursor, type StreamCursor } from '../../runtime/stream-cursor.ts';
import type { StreamEntry } from '../../runtime/stream-frame.ts';
import type { TaskStreams } from '../../runtime/task-streams.ts';
import type { SseConnection } from './sse-connection.ts';

/**
 * Gives a client a task's stream: what it missed, chunk by chunk at its own pace, then the present. A client that
 * is too slow for the present goes back to the past until it has caught up, so it misses nothing and costs little.
 * Resolves when the client is gone.
 * @param eventName the SSE event of an entry: its own type, or one name for all.
 */
export async function followTask(
  streams: TaskStreams,
  taskId: TaskId,
  from: StreamCursor | 'now',
  connection: SseConnection,
  eventName: (entry: StreamEntry) => string,
): Promise<void> {
  let cursor = from === 'now' ? await streams.of(taskId).head() : from;
  const send = (entry: StreamEntry): void => {
    connection.send(eventName(entry), entry.json, formatCursor(entry.cursor));
    cursor = entry.cursor;
  };
  while (!connection.closed) {
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    let following = true;
    const { entries, detach } = await streams.of(taskId).catchUp(cursor, (entry) => {
      if (!following) return;
      send(entry);
      if (connection.overflowing) {
        following = false;
        leave();
      }
    });
    for (const entry of entries) {
      send(entry);
      // What is left is read again from the cursor once the client has taken this.
      if (connection.overflowing) break;
    }
    if (detach) {
      const forget = connection.onClose(leave);
      await left;
      forget();
      detach();
    }
    await connection.drained();
  }
}
