import type { OutputSpec, PhaseDefinition, StepDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';

/** `1.3 Personas → docs/planning/03_persona.md`; names in English, as the instructions are. */
export function describeStep(phase: PhaseDefinition, step: StepDefinition): string {
  const outputs = step.outputs.map(describeOutput).join(', ');
  return `${phase.number}.${step.number} ${step.name.en}${outputs ? ` → ${outputs}` : ''}`;
}

/** A path, or what is wanted and the patterns that count. */
export function describeOutput(output: OutputSpec): string {
  if (output.kind === 'file') return output.path;
  const patterns = output.patterns.slice(0, 6).join(', ');
  return `${output.label} (${patterns}${output.patterns.length > 6 ? ', …' : ''})`;
}

/** `Phase 1 (Planning)`. */
export function phaseTitle(phase: PhaseDefinition): string {
  return `Phase ${phase.number} (${phase.name.en})`;
}
