import type { PhaseContext } from '../phases/phase-context.ts';

/** True when the platform's prompts say how people are asked: without that nobody would answer. */
export function mayAsk({ position }: PhaseContext): boolean {
  return position.prompts.some(({ text }) => text.includes('[USER_QUESTION]'));
}
