import type { PhaseRun } from '@ccs/core/ports/agent-runner';
import { ASKING_RULES, providedVariables } from './asking-rules.ts';
import { completionRules } from './completion-rules.ts';
import { describeSteps, phaseTitle } from './describe-steps.ts';
import { joinParts, LANGUAGE_NAMES, taskData } from './task-data.ts';

/** What the prompt of a phase is made from. */
export interface PhasePromptInput {
  readonly run: Pick<
    PhaseRun,
    'title' | 'prompt' | 'language' | 'phase' | 'attempt' | 'completedSteps' | 'environment'
  >;
  /** Whether the Claude session goes on from earlier phases or attempts. */
  readonly resumed: boolean;
  /** Outputs of the phase that are on disk already, relative to the workspace. */
  readonly existing: readonly string[];
}

/** The first message of a run: what the phase is, what it must leave on disk, and how to talk to the platform. */
export function phasePrompt({ run, resumed, existing }: PhasePromptInput): string {
  const { phase } = run;
  return joinParts([
    heading(run, resumed),
    taskData(run),
    `Goal of this phase: ${phase.goal}`,
    `Steps, in this order:\n${describeSteps(phase, run.language)}`,
    earlierAttempts(run, existing),
    qualityRules(LANGUAGE_NAMES[run.language]),
    ASKING_RULES,
    providedVariables(run.environment),
    completionRules(phase.number),
  ]);
}

function heading(run: PhasePromptInput['run'], resumed: boolean): string {
  const lines = [phaseTitle(run.phase), `Attempt: ${run.attempt}`, `Language: ${run.language}`];
  if (resumed) {
    lines.push(
      '',
      'This continues the same session: everything you decided and wrote before still holds. Read the files again where their exact content matters.',
    );
  } else if (run.phase.dependsOn.length > 0) {
    lines.push('', 'Earlier phases are done; their documents are in the working folder. Read them first.');
  }
  return lines.join('\n');
}

function earlierAttempts(run: PhasePromptInput['run'], existing: readonly string[]): string {
  if (run.attempt <= 1 && run.completedSteps.length === 0) return '';
  const { number } = run.phase;
  const done = run.completedSteps.map((step) => `${number}.${step}`).join(', ');
  return [
    `An earlier attempt at this phase was cut short. Go on from what is there; do not start over.`,
    done ? `Steps already complete: ${done}.` : '',
    existing.length > 0 ? `Already on disk:\n${existing.map((path) => `- ${path}`).join('\n')}` : '',
    'The last file written may be unfinished: check it first.',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function qualityRules(language: string): string {
  return `Rules:
- Write documents in ${language}. Each document has at least 500 characters of real content and no placeholder (no TODO, TBD, lorem ipsum, "to be filled in").
- Documents agree with each other and with the code: the same names, features, data and decisions everywhere.
- Code really runs. Write automated tests, run them, and fix what they show. Prefer few dependencies.
- Put \`.env\` in .gitignore. Never write a secret into a file.
- Work only inside the working folder; paths above are relative to it.
- Do not leave servers or other processes running.`;
}
