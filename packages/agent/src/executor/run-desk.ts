import type { AgentRun, RunReporter, StopSignal } from '@ccs/core/ports/agent-runner';
import type { Language } from '@ccs/core/vocabulary/language';
import type { Usage } from '@ccs/core/task/model/usage';
import type { Failure } from '@ccs/core/vocabulary/failures';
import { failureWords } from './failure-words.ts';
import { messageOf } from './message-of.ts';
import { createStreamRedactor, type StreamRedactor } from './redactor.ts';
import { createRunLog, type RunLog } from './run-log.ts';
import { ReportQueue } from './report-queue.ts';
import type { RunnerContext } from './runner-context.ts';
import { UsageMeter } from './usage-meter.ts';

/** What everything in a run works with: where it logs and reports, what it used, and what must not leave it. */
export interface RunDesk {
  readonly log: RunLog;
  /** The language of the task. */
  readonly language: Language;
  readonly queue: ReportQueue;
  readonly usage: UsageMeter;
  /** Knows the platform's credentials and the task's secrets. */
  readonly redactor: StreamRedactor;
  readonly signal: StopSignal;
}

/** How a run may end, whatever it was for. */
export type UnfinishedEnd =
  | { readonly outcome: 'interrupted' }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/**
 * Does the work of one run and says how it ended and what it used. Every failure is a result, never a rejection: what
 * `work` throws, or a log that cannot be written, is the failure `internal_error`. When it resolves, everything that was
 * logged is handed over.
 */
export async function atDesk<T extends { readonly outcome: string }>(
  options: {
    readonly context: RunnerContext;
    readonly run: AgentRun;
    /** The phase of the log lines; null in a conversation. */
    readonly phase: number | null;
    readonly reporter: Pick<RunReporter, 'log'>;
    readonly signal: StopSignal;
  },
  work: (desk: RunDesk) => Promise<T | UnfinishedEnd>,
): Promise<(T | UnfinishedEnd) & { readonly usage: Usage }> {
  const { context, run, phase, reporter, signal } = options;
  const usage = new UsageMeter();
  const queue = new ReportQueue(reporter, () => signal.aborted);
  const redactor = createStreamRedactor([...context.secrets, ...Object.values(run.environment)]);
  const { redact } = redactor;
  const { runId, language } = run;
  const log = createRunLog({ phase, runId, language, redact, sink: (line) => queue.log(line) });
  const internalError = (error: unknown): UnfinishedEnd => {
    context.logger.error({ err: error, runId, taskId: run.taskId }, 'a run failed inside the platform');
    return { outcome: 'failed', failure: { code: 'internal_error', details: redact(messageOf(error)) } };
  };

  let end: T | UnfinishedEnd;
  try {
    end = await work({ log, language, queue, usage, redactor, signal });
  } catch (error) {
    end = internalError(error);
  }
  if (isFailed(end)) {
    const { code, details } = end.failure;
    const failure = details ? { code, details: redact(details) } : { code };
    end = { ...end, failure };
    logFailure({ log, language }, failure);
  }
  try {
    await queue.drain();
  } catch (error) {
    if (end.outcome !== 'interrupted') end = internalError(error);
  }
  const total = usage.total();
  // The scripted model costs nothing, whatever Claude Code believes it talks to.
  return { ...end, usage: run.provider === 'demo' ? { ...total, costMicroUsd: 0 } : total };
}

function isFailed(end: { readonly outcome: string }): end is Extract<UnfinishedEnd, { outcome: 'failed' }> {
  return end.outcome === 'failed';
}

/** Tells the task's log what went wrong and what a person can do. */
export function logFailure({ log, language }: Pick<RunDesk, 'log' | 'language'>, failure: Failure): void {
  const { meaning, whatToDo } = failureWords(failure.code, language);
  log('error', failure.details ? `${meaning} ${failure.details}` : meaning, {
    data: { code: failure.code, whatToDo },
  });
}
