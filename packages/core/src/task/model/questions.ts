import type { Actor, Timestamp } from '../../kernel/event.ts';
import type { QuestionStatus } from '../../vocabulary/asks.ts';
import type { QuestionId, RunId } from '../../vocabulary/ids.ts';
import type { QuestionAsk } from './asks.ts';
import type { RecordedTaskEvent } from './events.ts';

export interface QuestionState extends QuestionAsk {
  readonly questionId: QuestionId;
  readonly runId: RunId;
  readonly phase: number;
  readonly status: QuestionStatus;
  readonly answer: string | null;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp | null;
  readonly resolvedAt: Timestamp | null;
  readonly resolvedBy: Actor | null;
  /** When the answer came into the agent's conversation. */
  readonly deliveredAt: Timestamp | null;
}

/** All questions of a task, oldest first. */
export type Questions = readonly QuestionState[];

export function evolveQuestions(questions: Questions, event: RecordedTaskEvent): Questions {
  switch (event.type) {
    case 'QuestionAsked':
      return [
        ...questions,
        {
          ...event.payload,
          status: 'pending',
          answer: null,
          createdAt: event.timestamp,
          resolvedAt: null,
          resolvedBy: null,
          deliveredAt: null,
        },
      ];
    case 'QuestionAnswered':
    case 'QuestionExpired': {
      const { questionId, answer } = event.payload;
      const status = event.type === 'QuestionAnswered' ? 'answered' : 'expired';
      return questions.map((each) =>
        each.questionId === questionId ? { ...resolve(each, event, status), answer } : each,
      );
    }
    case 'InputDelivered': {
      const ids: readonly string[] = event.payload.ids;
      return questions.map((each) =>
        ids.includes(each.questionId) ? { ...each, deliveredAt: event.timestamp } : each,
      );
    }
    case 'TaskCompleted':
    case 'TaskFailed':
      return questions.map((each) =>
        each.status === 'pending' && endsWith(event, each) ? resolve(each, event, 'withdrawn') : each,
      );
    default:
      return questions;
  }
}

/** A conversation that was answered goes on when one of its questions is. */
function endsWith({ type }: RecordedTaskEvent, question: QuestionState): boolean {
  return type === 'TaskFailed' || question.phase > 0;
}

function resolve(question: QuestionState, event: RecordedTaskEvent, status: QuestionStatus): QuestionState {
  return { ...question, status, resolvedAt: event.timestamp, resolvedBy: event.userId };
}
