import type { ReviewId, TaskId } from '../vocabulary/ids.ts';
import type { TaskStatus } from '../vocabulary/statuses.ts';
import type { TaskType } from '../vocabulary/task-types.ts';
import type { PhaseView, ReviewView, RunView, TaskView } from '../task/view/task-views.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Pass it as `cursor` to get the next page; null on the last one. */
  readonly nextCursor: string | null;
}

export interface TaskListQuery {
  readonly status?: TaskStatus;
  readonly type?: TaskType;
  /** Case-insensitive part of the title or prompt. */
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** What queries read. Newest tasks first. Deleted tasks are not there. */
export interface ReadModels {
  listTasks(query: TaskListQuery): Promise<Page<TaskView>>;
  /** How many tasks have each status; statuses without tasks are absent. */
  countTasks(): Promise<Partial<Record<TaskStatus, number>>>;
  findTask(taskId: TaskId): Promise<TaskView | null>;
  listPhases(taskId: TaskId): Promise<readonly PhaseView[]>;
  listRuns(taskId: TaskId): Promise<readonly RunView[]>;
  listReviews(taskId: TaskId): Promise<readonly ReviewView[]>;
  findReview(reviewId: ReviewId): Promise<ReviewView | null>;
  /** Runs that have started and not ended: what a dead server leaves behind. */
  listStartedRuns(): Promise<readonly RunView[]>;
}
