import type { InboxItemDto } from '@ccs/contract';
import type { InboxItem } from '@ccs/core/ports/read-models';
import { toDependencyDto, toQuestionDto } from './ask-dto.ts';
import { toReviewFields } from './review-dto.ts';
import { toTaskDto } from './task-dto.ts';

export function toInboxItemDto(item: InboxItem): InboxItemDto {
  return {
    // What an agent does at this moment is on the task's card, not here.
    task: toTaskDto(item.task, null),
    reasons: reasonsOf(item),
    questions: item.questions.map(toQuestionDto),
    dependencies: item.dependencies.map(toDependencyDto),
    review: item.review && toReviewFields(item.review),
    since: item.since,
  };
}

/** Why a task is in the inbox, the most pressing first: what stops work, then what only waits. */
function reasonsOf({ task, questions, dependencies, review }: InboxItem): InboxItemDto['reasons'] {
  const stops = questions.some((question) => question.required);
  const reasons = {
    permission: dependencies.some((each) => each.permission !== null),
    dependency: dependencies.some((each) => each.permission === null),
    question: stops,
    failed: task.status === 'failed',
    interrupted: task.blockedBy === 'interrupted',
    review: review !== null,
  };
  const found = (Object.keys(reasons) as (keyof typeof reasons)[]).filter((reason) => reasons[reason]);
  return questions.length > 0 && !stops ? [...found, 'question'] : found;
}
