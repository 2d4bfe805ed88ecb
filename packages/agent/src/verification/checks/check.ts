import type { StopSignal, VerifyRun } from '@ccs/core/ports/agent-runner';
import type { CriterionResult } from '@ccs/core/task/model/verification-report';
import type { Language, LocalizedText } from '@ccs/core/vocabulary/language';
import type { PhaseDocument } from './documents.ts';

/** What a check by program may look at. */
export interface CheckContext {
  readonly run: VerifyRun;
  /** The documents of the phase, read once for all checks. */
  readonly documents: readonly PhaseDocument[];
  /** PATH for git. */
  readonly path: string | undefined;
  readonly signal: StopSignal;
}

/** Decides one criterion by program. Reasons and advice are in the language of the task. */
export type Check = (key: string, context: CheckContext) => Promise<CriterionResult>;

/** The text in a language. */
export function inLanguage(language: Language, text: LocalizedText): string {
  return text[language];
}
