import type { TaskDto } from '@ccs/contract';

export interface TaskFilter {
  readonly status: TaskDto['status'] | null;
  readonly q: string;
}

/** Keys of everything read from the server; `task(id)` is the prefix of all that belongs to one task. */
export const queryKeys = {
  system: ['system'] as const,
  counts: ['task-counts'] as const,
  inbox: ['inbox'] as const,
  lists: ['task-list'] as const,
  list: (filter: TaskFilter, limit: number) => ['task-list', filter, limit] as const,
  task: (id: string) => ['task', id] as const,
  taskItself: (id: string) => ['task', id, 'itself'] as const,
  /** Of the mutation that deletes it. */
  deletion: (id: string) => ['task', id, 'deletion'] as const,
  phases: (id: string) => ['task', id, 'phases'] as const,
  reviews: (id: string) => ['task', id, 'reviews'] as const,
  events: (id: string) => ['task', id, 'events'] as const,
  verifications: (id: string) => ['task', id, 'verifications'] as const,
  changes: (id: string) => ['task', id, 'changes'] as const,
  review: (id: string) => ['review', id] as const,
  reviewDiff: (id: string, against: string) => ['review-diff', id, against] as const,
  reviewFile: (id: string, path: string) => ['review-file', id, path] as const,
  questions: (id: string) => ['task', id, 'questions'] as const,
  dependencies: (id: string) => ['task', id, 'dependencies'] as const,
  messages: (id: string) => ['task', id, 'messages'] as const,
  folder: (id: string, path: string) => ['task', id, 'folder', path] as const,
  file: (id: string, path: string) => ['task', id, 'file', path] as const,
};
