import type { PhaseRun, RunInbox, RunReporter, RunResult, StopSignal } from '@ccs/core/ports/agent-runner';
import { atDesk } from './run-desk.ts';
import type { RunnerContext } from './runner-context.ts';
import { workOnPhase } from './work-on-phase.ts';

/** Runs one phase from the first message to the last commit; every failure is a result, never a rejection. */
export function runPhase(
  context: RunnerContext,
  run: PhaseRun,
  reporter: RunReporter,
  _inbox: RunInbox,
  signal: StopSignal,
): Promise<RunResult> {
  const phase = run.phase.number;
  return atDesk({ context, run, phase, reporter, signal }, (desk) =>
    workOnPhase(context, { run, desk, reporter }),
  );
}
