/** The words of the product without the schemas, for browsers: importing this brings no zod. */
export {
  DEPENDENCY_TYPES,
  MAX_SECRET_BYTES,
  QUESTION_CATEGORIES,
  utf8Length,
} from '@ccs/core/vocabulary/asks';
export { FAILURES } from '@ccs/core/vocabulary/failures';
export { LANGUAGES } from '@ccs/core/vocabulary/language';
export { findPhase, findPipeline } from '@ccs/core/vocabulary/pipelines/registry';
export { FEEDBACK_KINDS, GATE_POLICIES, MAX_REWORK_ATTEMPTS, VERDICTS } from '@ccs/core/vocabulary/quality';
export { QUEUE_PRIORITIES, TASK_STATUSES } from '@ccs/core/vocabulary/statuses';
export { LOG_KINDS } from '@ccs/core/vocabulary/stream';
export { TASK_TYPES } from '@ccs/core/vocabulary/task-types';
