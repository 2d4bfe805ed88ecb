'use client';

import type { TaskDto } from '@ccs/contract';
import { useInbox } from '../inbox/inbox-queries.ts';
import { taskState } from './task-look.ts';
import { useTaskList } from './task-queries.ts';

/** How many of the tasks that need the person stand on the home page; the inbox has all. */
export const NEEDS_ON_HOME = 5;

export interface HomeTasks {
  /** Tasks that an agent works on now; null while unknown. */
  readonly running: number | null;
  /** How many wait for the person. */
  readonly needs: number;
}

/** What needs the person and what runs. */
export function useHomeTasks(): HomeTasks {
  const inProgress = useTaskList({ status: 'in_progress', q: '' });
  const tasks = inProgress.data?.pages.flatMap((page) => page.items) ?? [];
  const isWorking = (task: TaskDto) => ['in_progress', 'verifying', 'starting'].includes(taskState(task));
  return {
    running: inProgress.data ? tasks.filter(isWorking).length : null,
    needs: useInbox().data?.length ?? 0,
  };
}
