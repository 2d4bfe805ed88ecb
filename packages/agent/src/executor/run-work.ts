import type {
  ChatRun,
  PhaseRun,
  RunInbox,
  RunReporter,
  RunResult,
  StopSignal,
} from '@ccs/core/ports/agent-runner';
import { atDesk } from './run-desk.ts';
import type { RunnerContext } from './runner-context.ts';
import { workOnChat } from './work-on-chat.ts';
import { workOnPhase, type WorkResult } from './work-on-phase.ts';

/** Runs one phase, or its rework, from the first message to the last commit, or until a person is needed. */
export function runPhase(
  context: RunnerContext,
  run: PhaseRun,
  reporter: RunReporter,
  inbox: RunInbox,
  signal: StopSignal,
): Promise<RunResult> {
  return atDesk<WorkResult>({ context, run, phase: run.phase.number, reporter, signal }, (desk) =>
    workOnPhase(context, { run, desk, reporter, inbox }),
  );
}

/** Goes on with a conversation until everything that was said is answered, or a person is needed. */
export function runChat(
  context: RunnerContext,
  run: ChatRun,
  reporter: RunReporter,
  inbox: RunInbox,
  signal: StopSignal,
): Promise<RunResult> {
  return atDesk<WorkResult>({ context, run, phase: null, reporter, signal }, (desk) =>
    workOnChat(context, { run, desk, reporter, inbox }),
  );
}
