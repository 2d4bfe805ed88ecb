import type { CriterionResultDto, VerificationDto } from '@ccs/contract';
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestionMark,
  type LucideIcon,
} from 'lucide-react';
import type { Tone } from '../tasks/task-look.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
}

/** Colour and icon of a verdict; text always stands beside them. `none`: nothing was verified. */
export const VERDICT_LOOKS: Record<VerificationDto['verdict'] | 'none', Look> = {
  passed: { tone: 'done', icon: ShieldCheck },
  failed: { tone: 'fail', icon: ShieldAlert },
  inconclusive: { tone: 'wait', icon: ShieldQuestionMark },
  none: { tone: 'none', icon: ShieldQuestionMark },
};

export const CRITERION_LOOKS: Record<CriterionResultDto['verdict'], Look> = {
  pass: { tone: 'done', icon: CircleCheck },
  fail: { tone: 'fail', icon: CircleX },
  not_checked: { tone: 'wait', icon: CircleDashed },
};
