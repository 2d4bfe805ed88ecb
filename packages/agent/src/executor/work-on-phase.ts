import type { SDKUserMessage } from '@anthropic-ai/claude-agent-sdk';
import type { PhaseRun, RunReporter } from '@ccs/core/ports/agent-runner';
import type { OutputFile, PhaseCommits } from '@ccs/core/task/model/events';
import type { Failure } from '@ccs/core/vocabulary/failures';
import { SYSTEM_PROMPT_APPEND } from '../prompt/system-prompt.ts';
import { phasePrompt } from '../prompt/phase-prompt.ts';
import { createProtocolParser } from '../protocol/parser.ts';
import { collectOutputs } from '../workspace/collect-outputs.ts';
import { GitMissingError } from '../workspace/git.ts';
import { existingOutputs } from '../workspace/outputs.ts';
import { resolveRealPath } from '../workspace/real-path.ts';
import { openWorkspace, type WorkspaceRepository } from '../workspace/workspace-repository.ts';
import { converse, userMessage } from './conversation.ts';
import { InputQueue } from './input-queue.ts';
import { messageOf } from './message-of.ts';
import { createMessageReader } from './message-reader.ts';
import { decideToolUse } from './permission-policy.ts';
import { PhaseProgress } from './phase-progress.ts';
import { type Agent, withAgent } from './open-agent.ts';
import type { RunDesk } from './run-desk.ts';
import type { RunnerContext } from './runner-context.ts';
import { judge } from './judge.ts';
import { StepCommits } from './step-commits.ts';

/** How work on a phase ended. */
export type PhaseEnd =
  | ({ readonly outcome: 'completed'; readonly outputs: readonly OutputFile[] } & PhaseCommits)
  | { readonly outcome: 'interrupted' }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/** One run and where it reports to. */
export interface PhaseWork {
  readonly run: PhaseRun;
  readonly desk: RunDesk;
  readonly reporter: RunReporter;
}

/** Prepares the workspace and the agent's place, lets the agent work, ends all its processes, commits what it did. */
export async function workOnPhase(context: RunnerContext, work: PhaseWork): Promise<PhaseEnd> {
  const { run, desk, reporter } = work;
  const { log, queue } = desk;
  const workspace = run.workspacePath;
  let repository: WorkspaceRepository;
  try {
    repository = await openWorkspace(workspace, context.environment.PATH);
    if (run.attempt <= 1) await repository.markPhaseStart(run.phase.number);
  } catch (error) {
    const code = error instanceof GitMissingError ? 'git_missing' : 'workspace_unavailable';
    return { outcome: 'failed', failure: { code, details: messageOf(error) } };
  }
  const commits = new StepCommits(repository, run.phase, (message) => {
    log('system', `A commit failed: ${message}`, { isError: true });
  });
  const progress = new PhaseProgress({
    phase: run.phase,
    workspace,
    completedSteps: run.completedSteps,
    onStep: (step, evidence) => {
      queue.fact(() => reporter.stepCompleted(step.number, evidence));
      commits.step(step);
    },
  });
  await progress.start();

  const worked = await withAgent({ context, run, desk }, (agent) =>
    letAgentWork(context, work, agent, progress, () => {
      // While Claude Code is ending: nobody needs to wait for git then.
      progress.completeRemaining();
      commits.phase();
    }),
  );
  const failure =
    worked !== null && typeof worked === 'object' && 'failure' in worked ? worked.failure : worked;
  if (failure === null) {
    progress.completeRemaining();
    await commits.settled();
    // What was written since, or by a phase that was complete when the agent broke off.
    if (!(await repository.isClean())) commits.phase();
  }
  await commits.settled();
  if (failure === 'interrupted') return { outcome: 'interrupted' };
  if (failure !== null) return { outcome: 'failed', failure };
  const outputs = await collectOutputs(workspace, run.phase, repository, (message) => {
    log('system', `Git could not tell what changed, so all files are listed: ${message}`, { isError: true });
  });
  return { outcome: 'completed', outputs, baseCommit: null, commit: null };
}

/** Null when the phase is complete. All processes of the run are gone when it resolves. */
async function letAgentWork(
  context: RunnerContext,
  work: PhaseWork,
  agent: Agent,
  progress: PhaseProgress,
  onComplete: () => void,
): Promise<Failure | 'interrupted' | null> {
  const { run, desk } = work;
  const { log, queue, usage, signal } = desk;
  const { phase, workspacePath: workspace } = run;
  const claim = async (number: number, check: () => Promise<readonly string[]>) =>
    number === phase.number ? check() : [`phase ${phase.number} is being worked on, not phase ${number}`];
  const prompt = phasePrompt({
    run,
    resumed: agent.place.resume,
    existing: await existingOutputs(
      workspace,
      phase.steps.flatMap((step) => step.outputs),
    ),
  });
  const input = new InputQueue<SDKUserMessage>();
  input.push(userMessage(prompt));
  log('prompt', prompt);
  const { provider } = run;
  const parser = createProtocolParser();
  const reader = createMessageReader({ log, parser, usage, workspace, redactor: desk.redactor, provider });
  try {
    const { createCcsTools } = await import('./ccs-tools.ts');
    const end = await converse({
      messages: await agent.start({
        input,
        systemPrompt: SYSTEM_PROMPT_APPEND,
        decide: ({ tool, input: toolInput }) =>
          decideToolUse({
            tool,
            input: toolInput,
            workspace,
            home: agent.place.env['HOME'] ?? '/',
            realPath: resolveRealPath,
          }),
        ccsTools: createCcsTools({
          claimStep: (number, step) => claim(number, () => progress.claimStep(step, 'tool')),
          claimPhase: (number) => claim(number, () => progress.claimPhase()),
        }),
      }),
      input,
      phase,
      maxContinuations: context.maxContinuations,
      reader,
      progress,
      usage,
      log,
      room: () => queue.room(),
      onClosing: (isComplete) => {
        agent.expectEnd();
        if (isComplete) onComplete();
      },
    });
    return end.kind !== 'completed' && signal.aborted
      ? 'interrupted'
      : judge(end, reader.traces, agent.process(), desk.redactor.redact);
  } finally {
    input.end();
  }
}
