import type { TaskDto } from '@ccs/contract';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  Clock,
  FileCheck,
  KeyRound,
  LoaderCircle,
  MessageCircle,
  MessageCircleQuestionMark,
  PencilLine,
  ShieldCheck,
  type LucideIcon,
} from 'lucide-react';

export type Tone = 'run' | 'wait' | 'hold' | 'verify' | 'done' | 'fail' | 'none';

/** Names of the states a person tells apart; keys of `status` in the messages. */
export type TaskState =
  | TaskDto['status']
  | 'paused'
  | 'interrupted'
  | 'question'
  | 'dependency'
  | 'verifying'
  | 'answered'
  | 'starting'
  | 'cancelled';

/** The one state of a task that a person sees, out of its life cycle, its agent and what it waits for. */
export function taskState(task: TaskDto): TaskState {
  if (task.blockedBy === 'interrupted') return 'interrupted';
  if (task.blockedBy === 'question' || task.blockedBy === 'dependency') return task.blockedBy;
  if (task.blockedBy === 'paused' || task.agentStatus === 'paused') return 'paused';
  if (task.status === 'failed' && task.failure?.code === 'cancelled') return 'cancelled';
  if (task.status === 'completed' && task.type === 'custom') return 'answered';
  if (task.status !== 'in_progress') return task.status;
  if (task.agentStatus === 'verifying') return 'verifying';
  return task.agentStatus === 'running' ? 'in_progress' : 'starting';
}

interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
}

const LOOKS: Record<TaskState, Look> = {
  draft: { tone: 'none', icon: PencilLine },
  pending: { tone: 'hold', icon: Clock },
  starting: { tone: 'run', icon: CircleDashed },
  in_progress: { tone: 'run', icon: LoaderCircle },
  verifying: { tone: 'verify', icon: ShieldCheck },
  review: { tone: 'wait', icon: FileCheck },
  question: { tone: 'wait', icon: MessageCircleQuestionMark },
  dependency: { tone: 'wait', icon: KeyRound },
  paused: { tone: 'hold', icon: CirclePause },
  interrupted: { tone: 'wait', icon: CircleAlert },
  completed: { tone: 'done', icon: CircleCheck },
  answered: { tone: 'done', icon: MessageCircle },
  failed: { tone: 'fail', icon: CircleX },
  cancelled: { tone: 'none', icon: CircleX },
};

/** Colour and icon of a state; text always stands beside them. */
export function lookOf(state: TaskState): Look {
  return LOOKS[state];
}

/** Text colours by tone. */
export const TONE_TEXT: Record<Tone, string> = {
  run: 'text-run',
  wait: 'text-wait',
  hold: 'text-hold',
  verify: 'text-verify',
  done: 'text-done',
  fail: 'text-fail',
  none: 'text-fg-3',
};

/** Fill colours by tone. */
export const TONE_FILL: Record<Tone, string> = {
  run: 'bg-run',
  wait: 'bg-wait',
  hold: 'bg-hold',
  verify: 'bg-verify',
  done: 'bg-done',
  fail: 'bg-fail',
  none: 'bg-fg-3',
};

/** A quiet ground in a tone, for banners and badges. */
export const TONE_GROUND: Record<Tone, string> = {
  run: 'border-run/25 bg-run/7',
  wait: 'border-wait/30 bg-wait/8',
  hold: 'border-hold/25 bg-hold/8',
  verify: 'border-verify/25 bg-verify/7',
  done: 'border-done/25 bg-done/7',
  fail: 'border-fail/25 bg-fail/7',
  none: 'border-line bg-sunken',
};
