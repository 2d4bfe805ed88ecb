import path from 'node:path';
import type { TaskId } from '@ccs/core/vocabulary/ids';

/** `<output>/<slug>-<short id>`: the folder that a new task's agent works in. */
export function workspacePathFor(outputDirectory: string, title: string, taskId: TaskId): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return path.join(outputDirectory, `${slug || 'project'}-${taskId.slice(-8)}`);
}
