import type { TaskChanged, TaskDto, TaskPage } from '@ccs/contract';
import type { InfiniteData } from '@tanstack/react-query';
import type { TaskFilter } from '../../lib/query-keys.ts';

export type TaskList = InfiniteData<TaskPage, string | null>;

/** What to do with a loaded list after a change: put this in its place, or (`isStale`) read it again. */
export interface ListUpdate {
  readonly list: TaskList;
  readonly isStale: boolean;
}

/** A loaded list after one task changed. Tasks older than the loaded part are left to the next page. */
export function applyTaskChange(list: TaskList, filter: TaskFilter, change: TaskChanged): ListUpdate {
  const { taskId, task } = change;
  const before = list.pages.flatMap((page) => page.items).find((item) => item.id === taskId);
  if (task !== null && before && before.version > task.version) return { list, isStale: false };
  const belongs = task !== null && matches(filter, task);
  if (!before) return { list, isStale: belongs && reaches(list, task) };
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => (item.id !== taskId ? [item] : belongs ? [task] : [])),
  }));
  return { list: { ...list, pages }, isStale: false };
}

/** Whether the server would list this task, as far as can be told here. */
function matches({ status, q }: TaskFilter, task: TaskDto): boolean {
  if (status !== null && status !== task.status) return false;
  return `${task.title}\n${task.prompt}`.toLowerCase().includes(q.toLowerCase());
}

/** Whether a task that is not in the list would stand in its loaded part. */
function reaches(list: TaskList, task: TaskDto): boolean {
  const last = list.pages.at(-1);
  const oldest = last?.items.at(-1);
  return last?.nextCursor === null || oldest === undefined || task.id > oldest.id;
}
