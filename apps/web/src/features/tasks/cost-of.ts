import type { TaskDto } from '@ccs/contract';
import { formatCost } from '../../lib/format.ts';

/** What a task has cost so far, as text; null when there is nothing to say: no usage yet, or a demo, which is free. */
export function costOf(task: TaskDto): string | null {
  if (task.provider === 'demo' || task.usage.totalCost === 0) return null;
  return formatCost(task.usage.totalCost);
}
