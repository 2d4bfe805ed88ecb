import type { Timestamp } from '../kernel/event.ts';
import type { DependencyId, FeedbackId, QuestionId, ReviewId, TaskId } from '../vocabulary/ids.ts';
import type { TaskStatus } from '../vocabulary/statuses.ts';
import type { TaskType } from '../vocabulary/task-types.ts';
import type {
  DependencyView,
  MessageView,
  PhaseView,
  QuestionView,
  ReviewView,
  ReworkView,
  RunView,
  TaskView,
  VerificationView,
} from '../task/view/task-views.ts';

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

/** A question or a dependency that settles itself now. */
export interface ExpiredAsk {
  readonly taskId: TaskId;
  readonly id: QuestionId | DependencyId;
  readonly expiresAt: Timestamp;
}

/** One task that needs a person: everything of it that waits. */
export interface InboxItem {
  readonly task: TaskView;
  /** Pending questions, optional ones too, oldest first. */
  readonly questions: readonly QuestionView[];
  readonly dependencies: readonly DependencyView[];
  /** The open review, while the task is in review. */
  readonly review: ReviewView | null;
  /** Since when the oldest of it waits; for a failure or an interruption: since the task's last change. */
  readonly since: Timestamp;
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
  /** The task and review that a piece of feedback belongs to. */
  findFeedback(feedbackId: FeedbackId): Promise<{ taskId: TaskId; reviewId: ReviewId } | null>;
  listQuestions(taskId: TaskId): Promise<readonly QuestionView[]>;
  findQuestion(questionId: QuestionId): Promise<QuestionView | null>;
  /** Pending requests of all tasks whose `expiresAt` is at or before `now`, the earliest first, at most 1,000. */
  listExpiredAsks(now: Timestamp): Promise<readonly ExpiredAsk[]>;
  /** When the next pending request expires; null when none will. */
  nextAskExpiry(): Promise<Timestamp | null>;
  listDependencies(taskId: TaskId): Promise<readonly DependencyView[]>;
  findDependency(dependencyId: DependencyId): Promise<DependencyView | null>;
  listVerifications(taskId: TaskId): Promise<readonly VerificationView[]>;
  listReworks(taskId: TaskId): Promise<readonly ReworkView[]>;
  listMessages(taskId: TaskId): Promise<readonly MessageView[]>;
  /** What waits for a person, by task, the longest waiting first; at most `limit` tasks. */
  listInbox(limit: number): Promise<readonly InboxItem[]>;
  /** Runs that have started and not ended: what a dead server leaves behind. */
  listStartedRuns(): Promise<readonly RunView[]>;
}
