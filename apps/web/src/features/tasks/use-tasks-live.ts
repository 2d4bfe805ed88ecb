'use client';

import type { TaskChanged, TaskDto } from '@ccs/contract';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys, type TaskFilter } from '../../lib/query-keys.ts';
import { useStream } from '../../lib/stream/stream-context.tsx';
import { throttle } from '../../lib/throttle.ts';
import { applyTaskChange, type TaskList } from './apply-task-change.ts';

/** Keeps every list, count and task of this page, and the inbox, current from the stream; reads all again after a gap. */
export function useTasksLive(): void {
  const queryClient = useQueryClient();
  const stream = useStream();
  useEffect(() => {
    const refreshLists = throttle(1000, (keys: readonly (readonly unknown[])[]) => {
      const once = new Map(keys.map((queryKey) => [JSON.stringify(queryKey), queryKey]));
      for (const queryKey of once.values()) void queryClient.invalidateQueries({ queryKey });
    });
    const versions = new Map<string, number>();
    const stop = stream.subscribe('tasks', null, {
      task(change) {
        const version = change.task?.version ?? Number.POSITIVE_INFINITY;
        // An optional question changes nothing that is seen of its task, so every event may change the inbox.
        const isEvent = versions.get(change.taskId) !== version;
        versions.set(change.taskId, version);
        refreshLists.call([...takeIn(queryClient, change), ...(isEvent ? [queryKeys.inbox] : [])]);
      },
      resync: () => void queryClient.invalidateQueries(),
    });
    return () => {
      stop();
      refreshLists.cancel();
    };
  }, [queryClient, stream]);
}

/** Puts one change into what is loaded. Returns the keys of what must be read again. */
function takeIn(queryClient: QueryClient, change: TaskChanged): (readonly unknown[])[] {
  const { task, taskId } = change;
  const lists = queryClient.getQueriesData<TaskList>({ queryKey: queryKeys.lists });
  const known = lists.flatMap(([, list]) => list?.pages ?? []).flatMap((page) => page.items);
  const before = known.find((item) => item.id === taskId);
  const stale: (readonly unknown[])[] = before && before.status === task?.status ? [] : [queryKeys.counts];
  if (task === null) stale.push(queryKeys.taskItself(taskId));
  else {
    queryClient.setQueryData<TaskDto>(queryKeys.taskItself(taskId), (old) =>
      old && old.version <= task.version ? task : old,
    );
  }
  for (const [key, list] of lists) {
    if (!list) continue;
    const update = applyTaskChange(list, key[1] as TaskFilter, change);
    if (update.isStale) stale.push(key);
    if (update.list !== list) queryClient.setQueryData(key, update.list);
  }
  return stale;
}
