'use client';

import type { TaskDto } from '@ccs/contract';
import { needsPerson, taskState } from './task-look.ts';
import { useTaskList } from './task-queries.ts';

export interface HomeTasks {
  readonly reviews: readonly TaskDto[];
  readonly interrupted: readonly TaskDto[];
  readonly failures: readonly TaskDto[];
  /** Tasks that an agent works on now; null while unknown. */
  readonly running: number | null;
  /** How many wait for the person. */
  readonly needs: number;
}

/** What needs the person and what runs. */
export function useHomeTasks(): HomeTasks {
  const inReview = useTaskList({ status: 'review', q: '' });
  const inProgress = useTaskList({ status: 'in_progress', q: '' });
  const failed = useTaskList({ status: 'failed', q: '' });
  const items = (list: typeof inReview) => list.data?.pages.flatMap((page) => page.items) ?? [];
  const reviews = items(inReview).filter(needsPerson);
  const interrupted = items(inProgress).filter(needsPerson);
  const failures = items(failed).filter(needsPerson);
  const isWorking = (task: TaskDto) => ['in_progress', 'verifying', 'starting'].includes(taskState(task));
  return {
    reviews,
    interrupted,
    failures,
    running: inProgress.data ? items(inProgress).filter(isWorking).length : null,
    needs: reviews.length + interrupted.length + failures.length,
  };
}
