import type { PhaseDto, TaskDto } from '@ccs/contract';
import { Circle, CircleCheck, type LucideIcon } from 'lucide-react';
import { lookOf, taskState, TONE_FILL, TONE_TEXT, type TaskState } from '../tasks/task-look.ts';

export interface PhaseLook {
  readonly icon: LucideIcon;
  /** Text colour and fill colour classes. */
  readonly text: string;
  readonly fill: string;
  /** What it says, as a key of the messages. */
  readonly name: 'progress.completed' | 'progress.pending' | `status.${TaskState}`;
  /** An agent works on it now. */
  readonly isMoving: boolean;
}

/** How a phase looks: done, not begun, or like the task that is in it. */
export function phaseLook(phase: PhaseDto, task: TaskDto): PhaseLook {
  if (phase.status === 'completed') {
    return {
      icon: CircleCheck,
      text: TONE_TEXT.done,
      fill: TONE_FILL.done,
      name: 'progress.completed',
      isMoving: false,
    };
  }
  if (phase.status === 'pending') {
    return {
      icon: Circle,
      text: TONE_TEXT.none,
      fill: TONE_FILL.none,
      name: 'progress.pending',
      isMoving: false,
    };
  }
  const ofTask = taskState(task);
  // Between two agents the phase is what it waits for.
  const state = phase.status === 'verifying' && ofTask === 'starting' ? 'verifying' : ofTask;
  const { icon, tone } = lookOf(state);
  return {
    icon,
    text: TONE_TEXT[tone],
    fill: TONE_FILL[tone],
    name: `status.${state}`,
    isMoving: state === 'in_progress' || state === 'verifying',
  };
}
