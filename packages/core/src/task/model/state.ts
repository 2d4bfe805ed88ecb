import type { RecordedTaskEvent } from './events.ts';
import { type Dependencies, evolveDependencies } from './dependencies.ts';
import { createLifecycle, evolveLifecycle, type Lifecycle } from './lifecycle.ts';
import { evolveMessages, type Messages } from './messages.ts';
import { createPhases, evolvePhases, type Phases } from './phases.ts';
import { evolveQuestions, type Questions } from './questions.ts';
import { evolveReviews, type Reviews } from './reviews.ts';
import { evolveRuns, type Runs } from './runs.ts';
import { evolveVerifications, NO_VERIFICATIONS, type Verifications } from './verifications.ts';

/** A task as its events tell it, made of slices that each evolve by themselves. */
export interface TaskState {
  readonly version: number;
  readonly lifecycle: Lifecycle;
  readonly phases: Phases;
  readonly runs: Runs;
  readonly reviews: Reviews;
  readonly verifications: Verifications;
  readonly questions: Questions;
  readonly dependencies: Dependencies;
  readonly messages: Messages;
}

/** The state after one more event. `null` is a task that does not exist yet. */
export function evolve(state: TaskState | null, event: RecordedTaskEvent): TaskState {
  if (state === null) {
    if (event.type !== 'TaskCreated') {
      throw new Error(`stream ${event.taskId} starts with ${event.type}, not with TaskCreated`);
    }
    return {
      version: event.version,
      lifecycle: createLifecycle(event),
      phases: createPhases(event.payload.taskType),
      runs: [],
      reviews: [],
      verifications: NO_VERIFICATIONS,
      questions: [],
      dependencies: [],
      messages: [],
    };
  }
  return {
    version: event.version,
    lifecycle: evolveLifecycle(state.lifecycle, event),
    phases: evolvePhases(state.phases, event),
    runs: evolveRuns(state.runs, event),
    reviews: evolveReviews(state.reviews, event),
    verifications: evolveVerifications(state.verifications, event),
    questions: evolveQuestions(state.questions, event),
    dependencies: evolveDependencies(state.dependencies, event),
    messages: evolveMessages(state.messages, event),
  };
}

/** The state after all events of one stream, in order; `null` when there are none. */
export function fold(events: Iterable<RecordedTaskEvent>): TaskState | null {
  let state: TaskState | null = null;
  for (const event of events) state = evolve(state, event);
  return state;
}
