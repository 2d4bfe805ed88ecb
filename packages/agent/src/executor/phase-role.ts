import type { PhaseRun } from '@ccs/core/ports/agent-runner';
import type { PendingInput } from '@ccs/core/task/model/pending-input';
import { continuationPrompt } from '../prompt/continuation-prompt.ts';
import { inputPrompt } from '../prompt/input-prompt.ts';
import { phasePrompt } from '../prompt/phase-prompt.ts';
import { reworkPrompt } from '../prompt/rework-prompt.ts';
import { existingOutputs } from '../workspace/outputs.ts';
import { strayMarkerWords } from './agent-words.ts';
import type { Conversation, Role } from './hold-conversation.ts';
import type { AgentFact } from './message-reader.ts';
import { FILE_WRITING_TOOLS } from './permission-policy.ts';
import type { PhaseProgress } from './phase-progress.ts';
import { claimWords, createProposal } from './platform-tools.ts';
import type { Work } from './hold-conversation.ts';
import { takeSignal } from './take-signal.ts';

/** Tools after which files may have appeared. */
const WRITING_TOOLS = new Set([...FILE_WRITING_TOOLS, 'Bash', 'PowerShell', 'Agent', 'Task']);

/**
 * Work on a phase: it goes on until the phase is complete, a person is needed, or it cannot be completed. A turn that ends
 * early is told what is missing, at most `maxContinuations` times.
 */
export function createPhaseRole(
  { run, desk, reporter }: Work<PhaseRun>,
  { asking, talk, delivery }: Conversation,
  options: {
    readonly progress: PhaseProgress;
    readonly maxContinuations: number;
    /** Whether the session goes on from earlier phases or attempts. */
    readonly resumed: boolean;
  },
): Role {
  const { phase } = run;
  const { log } = desk;
  const { progress, maxContinuations, resumed } = options;
  let continuations = 0;

  const claim = async (number: number, subject: string, check: () => Promise<readonly string[]>) => {
    const missing =
      number === phase.number
        ? await check()
        : [`phase ${phase.number} is being worked on, not phase ${number}`];
    return claimWords(subject, missing);
  };

  const take = async (facts: readonly AgentFact[]): Promise<void> => {
    for (const fact of facts) {
      if (fact.kind === 'tool_returned') {
        if (WRITING_TOOLS.has(fact.tool)) await progress.noticeFiles();
        continue;
      }
      const { signal } = fact;
      if (signal.kind !== 'step' && signal.kind !== 'phase') await takeSignal(signal, asking, log);
      else if (signal.phase !== phase.number) {
        log('system', strayMarkerWords(signal.phase, phase.number));
      } else if (signal.kind === 'step') await progress.claimStep(signal.step, 'marker');
      else await progress.claimPhase();
    }
  };

  return {
    take,
    tools: {
      completion: {
        claimStep: (number, step) =>
          claim(number, `Step ${number}.${step}`, () => progress.claimStep(step, 'tool')),
        claimPhase: (number) => claim(number, `Phase ${number}`, () => progress.claimPhase()),
      },
      proposeResolution:
        run.rework?.kind === 'review'
          ? createProposal(new Set(run.rework.feedback.map(({ feedbackId }) => feedbackId)), desk, reporter)
          : null,
    },
    async opening() {
      const input = delivery.unsaid;
      if (resumed && run.input.some(isStopping))
        return inputPrompt({ phase, input }, await progress.missing());
      const outputs = phase.steps.flatMap((step) => step.outputs);
      const existing = await existingOutputs(run.workspacePath, outputs);
      const prompt = run.rework ? reworkPrompt(run) : phasePrompt({ run, resumed, existing });
      return input.length > 0 ? `${prompt}\n\n${inputPrompt({ phase: null, input }, [])}` : prompt;
    },
    hear: (input) => talk.say(inputPrompt({ phase, input: [input] }, [])),
    async turnEnded(result) {
      await progress.noticeFiles();
      if (asking.isWaiting) return { kind: 'blocked' };
      const shortfall = await progress.shortfall();
      if (shortfall === null) return { kind: 'completed' };
      if (result.is_error) return { kind: 'error_result', result };
      await asking.askForHints();
      if (asking.isWaiting) return { kind: 'blocked' };
      if (continuations >= maxContinuations) return { kind: 'incomplete', shortfall };
      continuations += 1;
      talk.say(withNotes(continuationPrompt(phase, shortfall), asking.takeNotes()));
      return null;
    },
    async cutOff() {
      if (asking.isWaiting) return { kind: 'blocked' };
      await progress.noticeFiles();
      return (await progress.shortfall()) === null ? { kind: 'completed' } : null;
    },
  };
}

/** Whether work had stopped for this: then the phase goes on where it stopped. */
function isStopping(input: PendingInput): boolean {
  return input.kind === 'dependency' || (input.kind === 'answer' && input.required);
}

/** A message with what else the platform has to say. */
export function withNotes(prompt: string, notes: readonly string[]): string {
  return notes.length === 0 ? prompt : `${prompt}\n\nAlso:\n${notes.map((note) => `- ${note}`).join('\n')}`;
}
