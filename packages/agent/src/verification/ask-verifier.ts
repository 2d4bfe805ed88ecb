import type { SDKMessage, SDKUserMessage } from '@anthropic-ai/claude-agent-sdk';
import type { VerifyRun } from '@ccs/core/ports/agent-runner';
import type { CriterionResult } from '@ccs/core/task/model/verification-report';
import type { Failure } from '@ccs/core/vocabulary/failures';
import { InputQueue } from '../executor/input-queue.ts';
import { judge } from '../executor/judge.ts';
import { createMessageReader, type MessageReader } from '../executor/message-reader.ts';
import { type Agent, withAgent } from '../executor/open-agent.ts';
import { recordResult } from '../executor/record-result.ts';
import type { Redact } from '../executor/redactor.ts';
import type { RunDesk } from '../executor/run-desk.ts';
import type { RunnerContext } from '../executor/runner-context.ts';
import { userMessage } from '../executor/talk.ts';
import { createProtocolParser } from '../protocol/parser.ts';
import { withRealEvidence } from './check-evidence.ts';
import { cut } from './cut.ts';
import { decideReadOnly, READ_TOOLS } from './read-only-policy.ts';
import { readVerdicts, verdictsJsonSchema } from './verdict-schema.ts';

type ResultMessage = Extract<SDKMessage, { type: 'result' }>;

/** What became of asking: the verdicts, or why there are none. */
export type VerifierEnd =
  | { readonly verdicts: readonly CriterionResult[] }
  | { readonly failure: Failure }
  | 'interrupted';

/** Longer verifications have lost their way; what they hold up is worth more than their verdict. */
const MAX_MS = 30 * 60_000;
const MAX_DETAILS = 1_000;

const SYSTEM_PROMPT =
  'You are a verifier. You look at files and judge them by the criteria that you are given, nothing else. You change nothing.';

/**
 * Has a separate Claude Code judge criteria: a session of its own, tools that only read, the workspace and nothing else. An
 * answer counts only when it has the shape that was asked for; silence, errors and limits are failures, never verdicts.
 */
export async function askVerifier(
  context: RunnerContext,
  desk: RunDesk,
  question: {
    readonly run: VerifyRun;
    readonly prompt: string;
    readonly keys: readonly [string, ...string[]];
    /** 30 minutes when absent. */
    readonly maxMs?: number;
  },
): Promise<VerifierEnd> {
  const { run, prompt, keys, maxMs = MAX_MS } = question;
  const limit = withTimeLimit(desk.signal, maxMs);
  try {
    // Secrets are for those who work: a verifier that only reads needs none.
    const agentRun = { ...run, environment: {} };
    const end = await withAgent(
      { context, run: agentRun, desk: { ...desk, signal: limit.signal } },
      (agent) => converse(agent, desk, run, prompt, keys),
    );
    if (desk.signal.aborted) return 'interrupted';
    if (limit.isOver()) return noVerdict(`The verifier did not finish within ${maxMs / 60_000} minutes.`);
    if (end === 'interrupted' || 'failure' in end) return end;
    const verdicts = readVerdicts(end.answer, keys);
    if ('problem' in verdicts) return noVerdict(verdicts.problem);
    return {
      verdicts: await Promise.all(verdicts.map((each) => withRealEvidence(run.workspacePath, each))),
    };
  } finally {
    limit.clear();
  }
}

async function converse(
  agent: Agent,
  desk: RunDesk,
  run: VerifyRun,
  prompt: string,
  keys: readonly [string, ...string[]],
): Promise<{ readonly answer: unknown } | { readonly failure: Failure }> {
  const { log, usage, redactor } = desk;
  const workspace = run.workspacePath;
  const reader = createMessageReader({
    log,
    // It has nothing to say to the platform in its text.
    parser: createProtocolParser(),
    usage,
    workspace,
    redactor,
    provider: run.provider,
  });
  const input = new InputQueue<SDKUserMessage>();
  input.push(userMessage(prompt));
  log('prompt', prompt);
  const home = agent.place.env['HOME'] ?? '/';
  let result: ResultMessage | null = null;
  let thrown: unknown = null;
  try {
    const messages = await agent.start({
      input,
      systemPrompt: SYSTEM_PROMPT,
      tools: READ_TOOLS,
      decide: (call) => decideReadOnly(call, { workspace, home }),
      outputSchema: verdictsJsonSchema(keys),
    });
    for await (const message of messages) {
      if (message.type !== 'result') reader.read(message);
      else {
        reader.endOfTurn();
        recordResult(desk, message);
        result ??= message;
        input.end();
        agent.expectEnd();
      }
      await desk.queue.room();
    }
  } catch (error) {
    thrown = error;
  } finally {
    input.end();
  }
  return conclude(agent, reader, redactor.redact, result, thrown);
}

function conclude(
  agent: Agent,
  reader: MessageReader,
  redact: Redact,
  result: ResultMessage | null,
  thrown: unknown,
): { readonly answer: unknown } | { readonly failure: Failure } {
  if (result?.subtype === 'error_max_structured_output_retries') return noVerdict(result.errors.join('\n'));
  if (result === null || result.is_error || result.subtype !== 'success') {
    const end = result ? ({ kind: 'error_result', result } as const) : ({ kind: 'cut', thrown } as const);
    return { failure: judge(end, reader.traces, agent.process(), redact) };
  }
  if (result.structured_output === undefined) {
    return noVerdict(`The verifier answered without a verdict: ${result.result}`);
  }
  return { answer: result.structured_output };
}

function noVerdict(details: string): { readonly failure: Failure } {
  return { failure: { code: 'verifier_no_verdict', details: cut(details, MAX_DETAILS) } };
}

/** A signal that aborts with another one, and after a time. */
function withTimeLimit(signal: RunDesk['signal'], ms: number) {
  const both = new AbortController();
  const abort = (): void => both.abort();
  const timer = setTimeout(abort, ms);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  return {
    signal: both.signal,
    isOver: () => both.signal.aborted && !signal.aborted,
    clear(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    },
  };
}
