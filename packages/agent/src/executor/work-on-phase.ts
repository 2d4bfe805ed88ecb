import type { SDKUserMessage, SpawnOptions } from '@anthropic-ai/claude-agent-sdk';
import type { PhaseRun, StopSignal } from '@ccs/core/ports/agent-runner';
import type { OutputFile } from '@ccs/core/task/model/events';
import type { Failure } from '@ccs/core/vocabulary/failures';
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
import type { ReportQueue } from './report-queue.ts';
import type { RunLog } from './run-log.ts';
import type { RunnerContext } from './runner-context.ts';
import { judge } from './judge.ts';
import { type AgentPlace, prepareAgentPlace } from './agent-place.ts';
import { AgentStopper } from './agent-stopper.ts';
import { spawnAgent } from './spawn-agent.ts';
import { StepCommits } from './step-commits.ts';
import type { UsageMeter } from './usage-meter.ts';

/** How work on a phase ended. */
export type PhaseEnd =
  | { readonly outcome: 'completed'; readonly outputs: readonly OutputFile[] }
  | { readonly outcome: 'interrupted' }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/** One run and where it reports to. */
export interface PhaseWork {
  readonly run: PhaseRun;
  readonly queue: ReportQueue;
  readonly log: RunLog;
  readonly usage: UsageMeter;
  readonly signal: StopSignal;
}

/** Prepares the workspace and the agent's place, lets the agent work, ends all its processes, commits what it did. */
export async function workOnPhase(context: RunnerContext, work: PhaseWork): Promise<PhaseEnd> {
  const { run, log, queue } = work;
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
      queue.stepCompleted(step.number, evidence);
      commits.step(step);
    },
  });
  await progress.start();

  const place = await prepareAgentPlace(context, run);
  let failure: Failure | 'interrupted' | null;
  try {
    failure = work.signal.aborted
      ? 'interrupted'
      : await letAgentWork(context, work, place, progress, () => {
          // While Claude Code is ending: nobody needs to wait for git then.
          progress.completeRemaining();
          commits.phase();
        });
  } finally {
    await place.leave();
  }
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
  return { outcome: 'completed', outputs };
}

/** Null when the phase is complete. All processes of the run are gone when it resolves. */
async function letAgentWork(
  context: RunnerContext,
  work: PhaseWork,
  place: AgentPlace,
  progress: PhaseProgress,
  onComplete: () => void,
): Promise<Failure | 'interrupted' | null> {
  const { run, log, queue, usage, signal } = work;
  const { phase, workspacePath: workspace } = run;
  if ('failure' in place.program) return place.program.failure;

  const stopper = new AgentStopper(run.runId, signal);
  const spawn = (options: SpawnOptions) => {
    const agent = spawnAgent(options, (line) => log('stderr', line));
    stopper.started(agent);
    if (agent.pid !== undefined) place.record(agent.pid);
    return agent.handle;
  };
  const claim = async (number: number, check: () => Promise<readonly string[]>) =>
    number === phase.number ? check() : [`phase ${phase.number} is being worked on, not phase ${number}`];
  const prompt = phasePrompt({
    run,
    resumed: place.resume,
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
  const reader = createMessageReader({ log, parser, usage, workspace, provider });
  try {
    const { startAgentSession } = await import('./agent-session.ts');
    if (signal.aborted) return 'interrupted';
    const end = await converse({
      messages: startAgentSession({
        input,
        workspace,
        env: place.env,
        executable: place.program.path,
        sessionId: run.sessionId,
        resume: place.resume,
        abort: stopper.abort,
        decide: (tool, toolInput) =>
          decideToolUse({
            tool,
            input: toolInput,
            workspace,
            home: place.env['HOME'] ?? '/',
            realPath: resolveRealPath,
          }),
        claims: {
          claimStep: (number, step) => claim(number, () => progress.claimStep(step, 'tool')),
          claimPhase: (number) => claim(number, () => progress.claimPhase()),
        },
        spawn,
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
        stopper.expectEnd();
        if (isComplete) onComplete();
      },
    });
    return end.kind !== 'completed' && signal.aborted
      ? 'interrupted'
      : judge(end, reader.traces, stopper.agent);
  } finally {
    input.end();
    await stopper.finish();
  }
}
