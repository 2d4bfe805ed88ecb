import { DomainError } from '@ccs/core/kernel/domain-error';
import type { AskReceipt, RunReporter } from '@ccs/core/ports/agent-runner';
import { askQuestion, findWaiting } from '@ccs/core/task/ask/ask-question';
import { deliverInput } from '@ccs/core/task/ask/deliver-input';
import { reportError } from '@ccs/core/task/ask/report-error';
import { findKnown, requestDependency } from '@ccs/core/task/ask/request-dependency';
import type { TaskState } from '@ccs/core/task/model/state';
import { completeStep } from '@ccs/core/task/phase/complete-step';
import { proposeResolution } from '@ccs/core/task/review/set-feedback-state';
import type { Reaction } from '@ccs/core/policies/policy';
import type { RunId, TaskId } from '@ccs/core/vocabulary/ids';
import { MAX_OPEN_ASKS } from '@ccs/core/vocabulary/asks';
import type { TaskCommands } from './task-commands.ts';
import type { TaskStreams } from './task-streams.ts';

/** The way in which one run tells what happens: each report is a verb, done as the agent. */
export function createRunReporter(
  { commands, streams }: { readonly commands: TaskCommands; readonly streams: TaskStreams },
  { taskId, runId }: { readonly taskId: TaskId; readonly runId: RunId },
): RunReporter {
  const told = new Set<string>();
  const handle = async (decide: Reaction): Promise<TaskState | null> =>
    (await commands.handle({ taskId, actor: 'agent', decide })).state;
  return {
    log: (lines) => streams.of(taskId).append(lines),
    async stepCompleted(step, evidence) {
      await handle((state) => completeStep(state, { runId, step, evidence }));
    },
    askQuestion: (ask) =>
      receipt(async () => {
        const state = await handle((current, context) => askQuestion(current, { runId, ask }, context));
        const question = state && findWaiting(state, ask);
        return question ? { kind: 'waiting', id: question.questionId, blocking: question.required } : OVER;
      }),
    requestDependency: (ask) =>
      receipt(async () => {
        // An agent that asks again although it was told that the value is there says that it does not work.
        const again = ask.permission === null && told.has(ask.name);
        const state = await handle((current, context) =>
          requestDependency(current, { runId, ask, again }, context),
        );
        const known = state && findKnown(state, ask);
        if (!known) return OVER;
        if (known.status === 'pending') return { kind: 'waiting', id: known.dependencyId, blocking: true };
        told.add(ask.name);
        return { kind: 'available' };
      }),
    async reportError(error) {
      await handle((state) => reportError(state, { runId, error }));
    },
    async delivered(ids) {
      await handle((state) => deliverInput(state, { runId, ids }));
    },
    async proposeResolution(feedbackId, note) {
      await handle((state) => proposeResolution(state, { runId, feedbackId, note }));
    },
  };
}

const OVER: AskReceipt = { kind: 'refused', reason: 'This run is over: the task was paused or ended.' };

async function receipt(ask: () => Promise<AskReceipt>): Promise<AskReceipt> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.code !== 'too_many_asks') throw error;
    return {
      kind: 'refused',
      reason: `${MAX_OPEN_ASKS} requests of yours wait for a person already. Decide the rest yourself and write the assumptions down.`,
    };
  }
}
