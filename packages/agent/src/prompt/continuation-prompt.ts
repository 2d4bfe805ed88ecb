import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { phaseTitle } from './describe-steps.ts';

/** What is lacking after a turn that ended without completing its phase. */
export interface Shortfall {
  /** Outputs that are not on disk, each as `1.3 Personas: docs/planning/03_persona.md`. */
  readonly missing: readonly string[];
  /** Steps whose completion was claimed although their outputs are missing, as `1.3`. */
  readonly refusedSteps: readonly string[];
  /** Whether the completion of the phase was claimed although outputs are missing. */
  readonly phaseRefused: boolean;
}

/** The message that sends the agent on after a turn that ended early: exactly what is missing, nothing else. */
export function continuationPrompt(phase: PhaseDefinition, shortfall: Shortfall): string {
  const { number } = phase;
  const claim = `=== PHASE ${number} COMPLETE ===`;
  if (shortfall.missing.length === 0) {
    return `${phaseTitle(phase)} is not finished yet: all outputs are on disk, but its completion was not claimed.
Check that every step is really done, then write this line by itself, outside any code block (or call mcp__ccs__complete_phase):
${claim}`;
  }
  const refused = [
    shortfall.phaseRefused ? `You claimed that phase ${number} is complete; it is not.` : '',
    shortfall.refusedSteps.length > 0
      ? `You marked as complete, although their outputs are missing: ${shortfall.refusedSteps.join(', ')}.`
      : '',
  ].filter((line) => line !== '');
  return [
    `${phaseTitle(phase)} is not finished yet. Missing:`,
    ...shortfall.missing.map((line) => `- ${line}`),
    ...refused,
    `Write what is missing now, do the remaining steps, then write this line by itself, outside any code block (or call mcp__ccs__complete_phase):`,
    claim,
  ].join('\n');
}
