import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';

/** Queues a conversation that had ended. Nothing for one that goes on, and for tasks with phases. */
export function goOnTalking({ lifecycle }: TaskState, context: DecisionContext): readonly TaskEvent[] {
  const { status, taskType } = lifecycle;
  if (taskType !== 'custom' || (status !== 'completed' && status !== 'failed')) return [];
  const runId = context.ids.next('run');
  return [
    { type: 'TaskQueued', payload: {} },
    { type: 'RunRequested', payload: { runId, purpose: 'chat', phase: 0 } },
  ];
}
