'use client';

import type { TaskDto } from '@ccs/contract';
import { useSystem } from '../tasks/task-queries.ts';

/** Why no agent can start here: its program is missing, or nobody is signed in. */
export type StartObstacle = 'missing' | 'signed_out';

/** The element that says it on the page of a task, for the button that it disables. */
export const START_OBSTACLE_ID = 'start-obstacle';

/** What keeps tasks of a provider from starting; null when nothing does, or nothing is known yet. */
export function useStartObstacle(provider: TaskDto['provider']): StartObstacle | null {
  const agent = useSystem().data?.agent;
  if (!agent) return null;
  if (!agent.available) return 'missing';
  return provider === 'claude' && agent.signIn === 'none' ? 'signed_out' : null;
}
