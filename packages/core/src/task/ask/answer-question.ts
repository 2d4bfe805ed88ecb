import { DomainError } from '../../kernel/domain-error.ts';
import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { QuestionId, TaskId } from '../../vocabulary/ids.ts';
import { requireTask } from '../lifecycle/require-task.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { goOnTalking } from '../message/go-on-talking.ts';

export interface AnswerQuestionInput {
  readonly taskId: TaskId;
  readonly questionId: QuestionId;
  /** One of the options or other words; for several options: joined by ", ". */
  readonly answer: string;
}

/** Answers a question, once; a conversation that had ended goes on with the answer. @throws DomainError question_not_found, question_closed */
export function answerQuestion(
  state: TaskState | null,
  { taskId, questionId, answer }: AnswerQuestionInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  const task = requireTask(state, taskId);
  const question = task.questions.find((each) => each.questionId === questionId);
  if (!question) throw new DomainError({ code: 'question_not_found', questionId });
  if (question.status !== 'pending') {
    throw new DomainError({ code: 'question_closed', questionId, status: question.status });
  }
  const answered: TaskEvent = { type: 'QuestionAnswered', payload: { questionId, answer } };
  return [answered, ...goOnTalking(task, context)];
}
