'use client';

import type { LogLineDto, LogPage } from '@ccs/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiGet } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useStream } from '../../lib/stream/stream-context.tsx';
import { throttle } from '../../lib/throttle.ts';
import type { LogKind } from '../log/log-search.ts';
import { LogWindow } from '../log/log-window.ts';

/** The live side of one task: its log as it grows, and a way to hear every new line. */
export interface TaskStream {
  readonly log: LogWindow;
  read(after: number, limit: number, kinds?: readonly LogKind[]): Promise<LogPage>;
  onLine(listener: (line: LogLineDto) => void): () => void;
}

/** A task that is being followed. */
export interface FollowedTask extends TaskStream {
  /** The length of the log is known, and nothing that comes after it is missed. */
  readonly isListening: boolean;
  /** Why it could not begin; `start` tries again. */
  readonly error: unknown;
  start(): void;
}

function createTaskStream(id: string) {
  const listeners = new Set<(line: LogLineDto) => void>();
  const read: TaskStream['read'] = (after, limit, kinds = []) =>
    apiGet<LogPage>(`/tasks/${id}/logs`, { query: { after, limit, kind: kinds.join(',') } });
  return {
    log: new LogWindow(read),
    read,
    onLine(listener: (line: LogLineDto) => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    emit(line: LogLineDto) {
      for (const listener of listeners) listener(line);
    },
  };
}

/**
 * Follows one task: reads how long its log is, then listens from exactly there. All else that is read
 * of it is read again when an event says that something changed. One component instance follows one task.
 */
export function useTaskStream(id: string): FollowedTask {
  const stream = useStream();
  const queryClient = useQueryClient();
  const [task] = useState(() => createTaskStream(id));
  const [isListening, setIsListening] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    // The task itself comes with the list of tasks.
    const outdate = (refetchType: 'active' | 'none') =>
      void queryClient.invalidateQueries({
        queryKey: queryKeys.task(id),
        predicate: ({ queryKey }) => queryKey[2] !== 'itself',
        refetchType,
      });
    const refresh = throttle(400, () => {
      if (queryClient.isMutating({ mutationKey: queryKeys.deletion(id) }) > 0) return;
      outdate('active');
    });
    const listen = (page: LogPage) => {
      if (isGone) return;
      setError(null);
      task.log.grow(page.lastSeq);
      setIsListening(true);
      stop = stream.subscribe(`task:${id}`, page.cursor, {
        frame({ line, event }) {
          if (line) {
            task.log.append(line);
            task.emit(line);
          }
          // Of a deleted task nothing can be read again.
          if (event?.type === 'TaskDeleted') refresh.cancel();
          else if (event) refresh.call([event]);
        },
      });
    };
    task.read(Number.MAX_SAFE_INTEGER, 1).then(listen, (cause: unknown) => {
      if (!isGone) setError(cause);
    });
    return () => {
      isGone = true;
      stop?.();
      refresh.cancel();
      // Nobody says any more what changes: whoever shows it next reads it again.
      outdate('none');
    };
  }, [id, stream, queryClient, task, attempt]);
  return { ...task, isListening, error, start: () => setAttempt((count) => count + 1) };
}
