import {
  CircleQuestionMark,
  FileUp,
  KeyRound,
  Package,
  Server,
  ShieldQuestionMark,
  Variable,
  type LucideIcon,
} from 'lucide-react';
import type { Ask } from './ask.ts';

const ICONS = {
  api_key: KeyRound,
  env_variable: Variable,
  service: Server,
  file: FileUp,
  permission: ShieldQuestionMark,
  package: Package,
} as const;

/** The icon of what is asked for. */
export function askIcon(ask: Ask): LucideIcon {
  return ask.kind === 'question' ? CircleQuestionMark : ICONS[ask.type];
}
