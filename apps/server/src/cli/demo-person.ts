import type { StreamFrame } from '@ccs/contract';
import type { Reaction } from '@ccs/core/policies/policy';
import { answerQuestion } from '@ccs/core/task/ask/answer-question';
import { provideDependency } from '@ccs/core/task/ask/provide-dependency';
import { approveReview } from '@ccs/core/task/review/approve-review';
import type { DependencyId, QuestionId, ReviewId, TaskId } from '@ccs/core/vocabulary/ids';

/** What the headless demo says for the person who is not there. */
export interface DemoReply {
  /** One line for the terminal. */
  readonly said: string;
  readonly decide: Reaction;
}

/** The reply to what a frame asks for; null when it asks for nothing. */
export function replyTo({ event }: StreamFrame, taskId: TaskId): DemoReply | null {
  if (!event) return null;
  const { payload } = event;
  switch (event.type) {
    case 'QuestionAsked': {
      const options = payload['options'] as readonly string[];
      const answer = (payload['default'] as string | null) ?? options[0] ?? 'Decide yourself.';
      const questionId = payload['questionId'] as QuestionId;
      return {
        said: `Question: ${String(payload['question'])}\n    The demo answers: ${answer}`,
        decide: (state, context) => answerQuestion(state, { taskId, questionId, answer }, context),
      };
    }
    case 'DependencyRequested': {
      const dependencyId = payload['dependencyId'] as DependencyId;
      const kind = payload['required'] === true ? 'deny' : 'skip';
      return {
        said: `Needs ${String(payload['name'])}: ${String(payload['description'])}\n    The demo goes on without it.`,
        decide: (state) => provideDependency(state, { taskId, dependencyId, provision: { kind } }),
      };
    }
    case 'ReviewCreated': {
      const reviewId = payload['reviewId'] as ReviewId;
      return {
        said: `Review of phase ${String(payload['phase'])}: the demo approves.`,
        decide: (state) => approveReview(state, { taskId, reviewId }),
      };
    }
    default:
      return null;
  }
}
