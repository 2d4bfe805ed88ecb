import type { DependencyStatus, DependencyType, QuestionStatus } from '../vocabulary/asks.ts';
import type { TaskStatus } from '../vocabulary/statuses.ts';
import type { TaskType } from '../vocabulary/task-types.ts';

/** Every way in which the domain refuses a command. Transports translate it with one exhaustive switch each. */
export type DomainErrorDetails =
  | { readonly code: 'task_not_found'; readonly taskId: string }
  | { readonly code: 'review_not_found'; readonly reviewId: string }
  | {
      readonly code: 'illegal_transition';
      readonly operation: string;
      readonly status: TaskStatus;
      /** The operations that are legal now. */
      readonly allowed: readonly string[];
    }
  | { readonly code: 'review_closed'; readonly reviewId: string; readonly status: string }
  | {
      readonly code: 'task_type_unavailable';
      readonly type: TaskType;
      readonly available: readonly TaskType[];
    }
  | { readonly code: 'question_not_found'; readonly questionId: string }
  | { readonly code: 'question_closed'; readonly questionId: string; readonly status: QuestionStatus }
  | { readonly code: 'dependency_not_found'; readonly dependencyId: string }
  | { readonly code: 'dependency_closed'; readonly dependencyId: string; readonly status: DependencyStatus }
  | {
      readonly code: 'provision_mismatch';
      readonly dependencyId: string;
      readonly type: DependencyType;
      readonly given: string;
      /** What this dependency can be met with. */
      readonly allowed: readonly string[];
    }
  | { readonly code: 'too_many_asks' }
  | { readonly code: 'feedback_not_found'; readonly feedbackId: string }
  | { readonly code: 'changes_empty'; readonly reviewId: string }
  | { readonly code: 'merge_refused'; readonly reason: string }
  | { readonly code: 'version_conflict'; readonly taskId: string };

/** A command that the domain refuses. Nothing was stored. */
export class DomainError extends Error {
  readonly details: DomainErrorDetails;

  constructor(details: DomainErrorDetails) {
    super(details.code);
    this.name = 'DomainError';
    this.details = details;
  }
}
