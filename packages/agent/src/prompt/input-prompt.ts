import type { PendingInput } from '@ccs/core/task/model/pending-input';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { fenceAsData } from './data-fence.ts';
import { describeDependency } from './describe-dependency.ts';
import { phaseTitle } from './describe-steps.ts';
import { inputMark, withoutMarks } from './input-mark.ts';
import { joinParts } from './task-data.ts';

/**
 * The message that brings what people said to a resumed session or into a running turn. Each input carries its mark.
 * @param shortfall What the phase still lacks, each as a line; nothing is said about it when it is empty.
 */
export function inputPrompt(
  run: { readonly phase: PhaseDefinition | null; readonly input: readonly PendingInput[] },
  shortfall: readonly string[],
): string {
  const { phase, input } = run;
  return joinParts([
    phase ? `${phaseTitle(phase)} goes on.` : '',
    ...input.map(describeInput),
    shortfall.length > 0 ? `Still missing:\n${shortfall.map((line) => `- ${line}`).join('\n')}` : '',
    phase
      ? `Go on from where you were. When the phase is complete, write this line by itself, outside any code block (or call mcp__ccs__complete_phase):\n=== PHASE ${phase.number} COMPLETE ===`
      : '',
  ]);
}

function describeInput(input: PendingInput): string {
  const mark = inputMark(input.id);
  switch (input.kind) {
    case 'answer': {
      const answered = input.expired
        ? 'Nobody answered in time, so your default holds.'
        : 'A person answered your question.';
      return [
        `${mark} ${answered}`,
        fenceAsData('agent_question', input.question),
        fenceAsData('person_answer', input.answer),
      ].join('\n');
    }
    case 'dependency':
      return `${mark} ${describeDependency(input)}`;
    case 'message':
      return `${mark} The person says:\n${withoutMarks(input.text)}`;
  }
}
