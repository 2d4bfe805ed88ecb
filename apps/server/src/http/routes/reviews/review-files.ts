import { type FileAt, readFileAt } from '@ccs/agent';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { HttpDeps } from '../../http-deps.ts';
import { findTask } from '../tasks/find-task.ts';
import { placeOf } from '../tasks/place-of.ts';

/** The files of a workspace as they were at its commits, without secrets; each is read once. */
export class ReviewFiles {
  readonly #read: (commit: string, path: string) => Promise<FileAt | null>;
  readonly #known = new Map<string, Promise<FileAt | null>>();

  constructor(read: (commit: string, path: string) => Promise<FileAt | null>) {
    this.#read = read;
  }

  /** Null when it is not there, as at a commit that is not known. */
  async read(commit: string | null, path: string): Promise<FileAt | null> {
    if (commit === null) return null;
    const key = `${commit}:${path}`;
    const known = this.#known.get(key) ?? this.#read(commit, path);
    this.#known.set(key, known);
    return known;
  }
}

/** For one request: files may be large. @throws DomainError task_not_found */
export async function openReviewFiles(deps: HttpDeps, taskId: TaskId): Promise<ReviewFiles> {
  const place = placeOf(deps, await findTask(deps, taskId));
  const redact = await deps.redactFor(taskId);
  return new ReviewFiles(async (commit, path) => {
    const file = await readFileAt(place, commit, path);
    return file && { ...file, content: file.content === null ? null : redact(file.content) };
  });
}
