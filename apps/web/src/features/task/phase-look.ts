import type { PhaseDto, TaskDto } from '@ccs/contract';
import { Circle, CircleCheck, type LucideIcon } from 'lucide-react';
import { lookOf, taskState, TONE_FILL, TONE_TEXT } from '../tasks/task-look.ts';

export interface PhaseLook {
  readonly icon: LucideIcon;
  /** Text colour and fill colour classes. */
  readonly text: string;
  readonly fill: string;
  /** An agent works on it now. */
  readonly isMoving: boolean;
}

/** How a phase looks: done, not begun, or like the task that is in it. */
export function phaseLook(phase: PhaseDto, task: TaskDto): PhaseLook {
  if (phase.status === 'completed') {
    return { icon: CircleCheck, text: TONE_TEXT.done, fill: TONE_FILL.done, isMoving: false };
  }
  if (phase.status === 'pending')
    return { icon: Circle, text: TONE_TEXT.none, fill: TONE_FILL.none, isMoving: false };
  const state = taskState(task);
  const { icon, tone } = lookOf(state);
  return {
    icon,
    text: TONE_TEXT[tone],
    fill: TONE_FILL[tone],
    isMoving: state === 'in_progress' || state === 'verifying',
  };
}
