import type { Language } from '@ccs/core/vocabulary/language';
import type { OutputSpec, PhaseDefinition, StepDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';

/** Every step of a phase with what it leaves on disk, and the sections that its documents must have. */
export function describeSteps(phase: PhaseDefinition, language: Language): string {
  const steps = phase.steps.map((step) => `- ${describeStep(phase, step)}`).join('\n');
  const sections = phase.steps
    .flatMap((step) => step.outputs)
    .flatMap((output) =>
      output.kind === 'file' && output.sections && output.sections.length > 0
        ? [`- ${output.path}: ${output.sections.map((section) => section[language]).join(' · ')}`]
        : [],
    );
  if (sections.length === 0) return steps;
  return `${steps}\n\nSections that these documents must have, each under a heading that contains these words and none empty:\n${sections.join('\n')}`;
}

/** `1.3 Personas → docs/planning/03_persona.md`; names in English, as the instructions are. */
function describeStep(phase: PhaseDefinition, step: StepDefinition): string {
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
