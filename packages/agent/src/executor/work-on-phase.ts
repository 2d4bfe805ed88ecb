import type { PhaseRun } from '@ccs/core/ports/agent-runner';
import type { OutputFile, PhaseCommits } from '@ccs/core/task/model/events';
import { collectOutputs } from '../workspace/collect-outputs.ts';
import { changesUnknownWords, commitFailedWords } from '../workspace/workspace-words.ts';
import { holdConversation, type Work, type WorkEnd } from './hold-conversation.ts';
import { messageOf } from './message-of.ts';
import { withAgent } from './open-agent.ts';
import { openRunWorkspace } from './open-run-workspace.ts';
import { PhaseProgress } from './phase-progress.ts';
import { createPhaseRole } from './phase-role.ts';
import type { UnfinishedEnd } from './run-desk.ts';
import type { RunnerContext } from './runner-context.ts';
import { StepCommits } from './step-commits.ts';

/** How work ended. */
export type WorkResult =
  | ({ readonly outcome: 'completed'; readonly outputs: readonly OutputFile[] } & PhaseCommits)
  | { readonly outcome: 'blocked' }
  | UnfinishedEnd;

/** Prepares the workspace and the agent's place, lets the agent work, ends all its processes, commits what it did. */
export async function workOnPhase(context: RunnerContext, work: Work<PhaseRun>): Promise<WorkResult> {
  const { run, desk, reporter } = work;
  const { log, queue } = desk;
  const { phase, workspacePath: workspace } = run;
  const opened = await openRunWorkspace(context, run, desk);
  if ('outcome' in opened) return opened;
  const { repository } = opened;
  if (run.attempt <= 1) await repository.markPhaseStart(phase.number);
  const commits = new StepCommits(repository, phase, (message) => {
    log('system', commitFailedWords(message), { isError: true });
  });
  const progress = new PhaseProgress({
    phase,
    workspace,
    completedSteps: run.completedSteps,
    onStep: (step, evidence) => {
      queue.fact(() => reporter.stepCompleted(step.number, evidence));
      commits.step(step);
    },
  });
  await progress.start();

  const worked = await withAgent({ context, run, desk }, (agent) =>
    holdConversation(
      work,
      agent,
      (conversation) =>
        createPhaseRole(work, conversation, {
          progress,
          maxContinuations: context.maxContinuations,
          resumed: agent.place.resume,
        }),
      ({ kind }) => {
        if (kind !== 'completed') return;
        // While Claude Code is ending: nobody needs to wait for git then.
        progress.completeRemaining();
        commits.phase();
      },
    ),
  );
  const end = workEnd(worked);
  if (end !== 'completed') {
    await commits.settled();
    return end;
  }
  progress.completeRemaining();
  try {
    // What was written since, or by a phase that was complete when the agent broke off. An older commit is not its work.
    await commits.finish();
  } catch (error) {
    const details = `What the phase produced could not be committed: ${messageOf(error)}`;
    return { outcome: 'failed', failure: { code: 'workspace_unavailable', details } };
  }
  const outputs = await collectOutputs(workspace, phase, repository, (message) => {
    log('system', changesUnknownWords(message), { isError: true });
  });
  const [baseCommit, commit] = [await repository.phaseBase(phase.number), await repository.head()];
  return { outcome: 'completed', outputs, baseCommit, commit };
}

/** What became of work whose agent may never have started. */
export function workEnd(worked: Awaited<ReturnType<typeof withAgent<WorkEnd>>>): WorkEnd {
  if (worked === 'interrupted') return { outcome: 'interrupted' };
  if (worked !== 'completed' && 'failure' in worked && !('outcome' in worked)) {
    return { outcome: 'failed', failure: worked.failure };
  }
  return worked;
}
