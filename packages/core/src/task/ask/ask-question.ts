import { DomainError } from '../../kernel/domain-error.ts';
import type { DecisionContext } from '../../kernel/handle-command.ts';
import { MAX_OPEN_ASKS } from '../../vocabulary/asks.ts';
import type { RunId } from '../../vocabulary/ids.ts';
import type { QuestionAsk } from '../model/asks.ts';
import { countOpenAsks } from '../model/blocking-asks.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { expiryOf } from './expiry.ts';
import { currentRun } from '../run/current-run.ts';

export interface AskQuestionInput {
  readonly runId: RunId;
  readonly ask: QuestionAsk;
}

/**
 * Records a question of the agent. The same question that still waits is not asked twice.
 * @throws DomainError too_many_asks
 */
export function askQuestion(
  state: TaskState | null,
  { runId, ask }: AskQuestionInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  const run = currentRun(state, runId);
  if (!state || !run || findWaiting(state, ask)) return [];
  if (countOpenAsks(state, ask.required) >= MAX_OPEN_ASKS) throw new DomainError({ code: 'too_many_asks' });
  return [
    {
      type: 'QuestionAsked',
      payload: {
        ...ask,
        questionId: context.ids.next('question'),
        runId,
        phase: run.phase,
        expiresAt: expiryOf(state, !ask.required && ask.default !== null, context),
      },
    },
  ];
}

/** The question that waits already, if it is the same. */
export function findWaiting(state: TaskState, ask: QuestionAsk) {
  return state.questions.find(
    (each) => each.status === 'pending' && each.question === ask.question && each.toolUseId === ask.toolUseId,
  );
}
