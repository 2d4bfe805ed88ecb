import type { RunReporter, WorkingRun } from '@ccs/core/ports/agent-runner';
import type { AgentError, DependencyAsk, QuestionAsk } from '@ccs/core/task/model/asks';
import { envNameProblem } from '@ccs/core/vocabulary/env-names';
import { isId } from '@ccs/core/vocabulary/ids';
import { askWords } from './ask-words.ts';
import type { Asking } from './asking.ts';
import { patiently } from './patiently.ts';
import type { ClaimAnswer } from './phase-progress.ts';
import type { RunDesk } from './run-desk.ts';

/** What a tool of the platform answers. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

type Question = Pick<
  QuestionAsk,
  'category' | 'question' | 'options' | 'multiSelect' | 'default' | 'required'
>;
type Dependency = Pick<DependencyAsk, 'type' | 'name' | 'description' | 'required'>;

/** What the platform's own tools do; null where there is nothing to complete or to resolve. */
export interface PlatformTools {
  readonly completion: {
    claimStep(phase: number, step: number): Promise<ToolAnswer>;
    claimPhase(phase: number): Promise<ToolAnswer>;
  } | null;
  askUser(question: Question, toolUseId: string | null): Promise<ToolAnswer>;
  requestDependency(dependency: Dependency, toolUseId: string | null): Promise<ToolAnswer>;
  reportError(error: AgentError): Promise<ToolAnswer>;
  readonly proposeResolution: ((feedbackId: string, note: string) => Promise<ToolAnswer>) | null;
}

/** The tools with which an agent asks and reports. */
export function createAskingTools(options: {
  readonly asking: Asking;
  /** Whether a call is made by a subagent. */
  readonly isSubagent: (toolUseId: string | null) => boolean;
}): Pick<PlatformTools, 'askUser' | 'requestDependency' | 'reportError'> {
  const { asking, isSubagent } = options;
  const origin = (toolUseId: string | null) => ({ source: 'tool', toolUseId, deferred: false }) as const;
  return {
    async askUser(question, toolUseId) {
      const receipt = await asking.question({ ...question, ...origin(toolUseId) });
      const fallback = question.default;
      return askWords(receipt, 'The question', { isSubagent: isSubagent(toolUseId), fallback });
    },
    async requestDependency(dependency, toolUseId) {
      const { type, name } = dependency;
      const problem = type === 'api_key' || type === 'env_variable' ? envNameProblem(name) : null;
      if (problem !== null) return { text: problem, isError: true };
      const receipt = await asking.dependency({ ...dependency, ...origin(toolUseId), permission: null });
      return askWords(receipt, name, { isSubagent: isSubagent(toolUseId) });
    },
    async reportError(error) {
      await asking.error(error);
      return { text: 'The person is told.', isError: false };
    },
  };
}

/** The tool with which an agent that reworks a phase says how it dealt with feedback. */
export function createProposal(
  feedbackIds: ReadonlySet<string>,
  { redactor, signal }: Pick<RunDesk, 'redactor' | 'signal'>,
  reporter: Pick<RunReporter, 'proposeResolution'>,
): NonNullable<PlatformTools['proposeResolution']> {
  return async (feedbackId, note) => {
    if (!isId('feedback', feedbackId) || !feedbackIds.has(feedbackId)) {
      const known = [...feedbackIds].join(', ');
      return { text: `There is no open feedback ${feedbackId}. Open are: ${known}`, isError: true };
    }
    const text = redactor.redact(note);
    await patiently(
      () => reporter.proposeResolution(feedbackId, text),
      () => signal.aborted,
    );
    return { text: 'Noted. The person decides whether it is resolved.', isError: false };
  };
}

/** The platform's answer to a claim: accepted, or what is missing. */
export function claimWords(subject: string, missing: ClaimAnswer): ToolAnswer {
  if (missing.length === 0) return { text: `${subject} is complete.`, isError: false };
  const list = missing.map((line) => `- ${line}`).join('\n');
  return {
    text: `${subject} is not complete. Missing:\n${list}\nWrite it, then claim again.`,
    isError: true,
  };
}

/** Dependencies that a person has decided on, as far as this run knows. */
export function settledNames(run: Pick<WorkingRun, 'input' | 'environment'>): readonly string[] {
  const decided = run.input.flatMap((input) => (input.kind === 'dependency' ? [input.name] : []));
  return [...decided, ...Object.keys(run.environment)];
}
