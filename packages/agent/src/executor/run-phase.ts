import type { PhaseRun, RunReporter, RunResult, StopSignal } from '@ccs/core/ports/agent-runner';
import { FAILURES, type Failure } from '@ccs/core/vocabulary/failures';
import { messageOf } from './message-of.ts';
import { redact } from './log-data.ts';
import { createRunLog, type RunLog } from './run-log.ts';
import { ReportQueue } from './report-queue.ts';
import { UsageMeter } from './usage-meter.ts';
import type { RunnerContext } from './runner-context.ts';
import { workOnPhase, type PhaseEnd } from './work-on-phase.ts';

/** Runs one phase from the first message to the last commit; every failure is a result, never a rejection. */
export async function runPhase(
  context: RunnerContext,
  run: PhaseRun,
  reporter: RunReporter,
  signal: StopSignal,
): Promise<RunResult> {
  const usage = new UsageMeter();
  const queue = new ReportQueue(reporter, () => signal.aborted);
  const secrets = context.secrets;
  const log = createRunLog({
    phase: run.phase.number,
    runId: run.runId,
    secrets,
    sink: (line) => queue.log(line),
  });

  let end: PhaseEnd;
  try {
    end = await workOnPhase(context, { run, queue, log, usage, signal });
  } catch (error) {
    end = internalError(context, run, error);
  }
  if (end.outcome === 'failed') {
    const { code, details } = end.failure;
    end = { outcome: 'failed', failure: details ? { code, details: redact(details, secrets) } : { code } };
    logFailure(log, end.failure);
  }
  try {
    await queue.drain();
  } catch (error) {
    if (end.outcome !== 'interrupted') end = internalError(context, run, error);
  }
  const total = usage.total();
  // The scripted model costs nothing, whatever Claude Code believes it talks to.
  return { ...end, usage: run.provider === 'demo' ? { ...total, costMicroUsd: 0 } : total };
}

function logFailure(log: RunLog, failure: Failure): void {
  const { meaning, whatToDo } = FAILURES[failure.code];
  log('error', failure.details ? `${meaning} ${failure.details}` : meaning, {
    data: { code: failure.code, whatToDo },
  });
}

function internalError(context: RunnerContext, run: PhaseRun, error: unknown): PhaseEnd {
  context.logger.error(
    { err: error, runId: run.runId, taskId: run.taskId },
    'a run failed inside the platform',
  );
  return { outcome: 'failed', failure: { code: 'internal_error', details: messageOf(error) } };
}
