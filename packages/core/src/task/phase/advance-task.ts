import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskEvent } from '../model/events.ts';
import { isBlocked } from '../model/blocking-asks.ts';
import { pendingInput } from '../model/pending-input.ts';
import { openRun } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';
import { openReview } from '../review/open-review.ts';
import { requestRun } from '../run/request-run.ts';
import { startRework } from '../verification/start-rework.ts';
import { MAX_VERIFIER_FAILURES } from '../../vocabulary/quality.ts';
import { findPhase } from '../../vocabulary/pipelines/registry.ts';

/**
 * What comes next for a task that is in progress, and nothing while a person is waited for: the agent for the next
 * phase, its verification, its rework, its review; or the task is complete.
 */
export function advanceTask(task: TaskState, context: DecisionContext): readonly TaskEvent[] {
  const { lifecycle } = task;
  if (lifecycle.status !== 'in_progress' || isBlocked(task)) return [];
  if (openRun(task.runs)?.status === 'requested') return [];
  if (lifecycle.taskType === 'custom') return advanceConversation(task, context);
  const phase = task.phases.find((each) => each.status !== 'completed');
  if (phase?.status !== 'verifying') return [requestRun(task, context)];

  const hasCriteria = (findPhase(lifecycle.taskType, phase.number)?.criteria.length ?? 0) > 0;
  const isUnknown = phase.verificationId === null && phase.verifierFailures < MAX_VERIFIER_FAILURES;
  if (hasCriteria && isUnknown) return [requestRun(task, context)];
  const rework = startRework(task, phase, context);
  return rework.length > 0 ? rework : [openReview(task, phase, context)];
}

function advanceConversation(task: TaskState, context: DecisionContext): readonly TaskEvent[] {
  const last = task.runs.at(-1);
  const isAnswered = last?.outcome === 'completed' && !hasNews(task);
  return [isAnswered ? { type: 'TaskCompleted', payload: {} } : requestRun(task, context)];
}

function hasNews(task: TaskState): boolean {
  return pendingInput(task).length > 0;
}
