import type { Failure, FailureCode } from '@ccs/core/vocabulary/failures';
import type { AgentExit } from './spawn-agent.ts';

/** What is known about how an agent failed; `null` = that did not happen. */
export interface FailureEvidence {
  /** The program could not be started. */
  readonly spawnError: { readonly code?: string | undefined; readonly message: string } | null;
  /** A result with `is_error`. */
  readonly result: {
    /** `result`, or `errors` joined. */
    readonly text: string;
    readonly apiErrorStatus: number | null;
    readonly terminalReason: string | null;
  } | null;
  /** The `error` field of the last assistant message of the main thread. */
  readonly assistantError: string | null;
  /** When the usage limit resets, in epoch seconds; only known with a subscription. */
  readonly limitResetsAt: number | null;
  readonly exit: AgentExit | null;
  readonly stderrTail: string;
  /** What the SDK threw. */
  readonly thrown: string | null;
}

const MAX_DETAILS = 2_000;

/** The failure that the evidence shows; platform specification's codes in `FAILURES` say what a person can do. */
export function classify(evidence: FailureEvidence): Failure {
  const { spawnError, result, exit } = evidence;
  if (spawnError) return failure('agent_binary_missing', spawnError.message);
  if (result) return failure(classifyResult(result, evidence.assistantError), resultDetails(evidence));
  if (exit) {
    const how = exit.signal ? `signal ${exit.signal}` : `code ${exit.code}`;
    return failure('agent_exited', [`It ended with ${how}.`, evidence.stderrTail].join('\n').trim());
  }
  return failure(
    'internal_error',
    evidence.thrown ?? 'The conversation with Claude Code ended unexpectedly.',
  );
}

type ErrorResult = NonNullable<FailureEvidence['result']>;

const BY_ASSISTANT_ERROR: Readonly<Record<string, FailureCode>> = {
  authentication_failed: 'agent_authentication_failed',
  oauth_org_not_allowed: 'agent_authentication_failed',
  account_on_hold: 'agent_authentication_failed',
  verification_required: 'agent_authentication_failed',
  cloud_credential_error: 'agent_authentication_failed',
  billing_error: 'agent_credit_exhausted',
  rate_limit: 'agent_rate_limited',
  overloaded: 'agent_overloaded',
  model_not_found: 'agent_model_not_found',
};

const BY_STATUS: Readonly<Record<number, FailureCode>> = {
  401: 'agent_authentication_failed',
  402: 'agent_credit_exhausted',
  403: 'agent_authentication_failed',
  404: 'agent_model_not_found',
  413: 'agent_context_exceeded',
  429: 'agent_rate_limited',
  529: 'agent_overloaded',
};

/** Claude Code's own words, for what its fields do not tell apart. */
const BY_TEXT: readonly (readonly [RegExp, FailureCode])[] = [
  [/credit balance is too low/i, 'agent_credit_exhausted'],
  [/prompt is too long|request too large|context (window|limit)/i, 'agent_context_exceeded'],
  [/selected model|model_not_found/i, 'agent_model_not_found'],
  [/\b529\b|overloaded/i, 'agent_overloaded'],
  [/hit your .*limit|\(429\)/i, 'agent_rate_limited'],
  [/API Error: .*(connection|ECONN|ENOTFOUND|EAI_AGAIN|timed out|socket)/i, 'agent_connection_failed'],
  [/request timed out/i, 'agent_connection_failed'],
  [/API Error/i, 'agent_api_error'],
];

function classifyResult(result: ErrorResult, assistantError: string | null): FailureCode {
  // Without a status no request was sent: there are no credentials at all.
  if (/not logged in/i.test(result.text) && result.apiErrorStatus === null) return 'agent_not_signed_in';
  if (result.terminalReason === 'prompt_too_long') return 'agent_context_exceeded';
  const named = assistantError ? BY_ASSISTANT_ERROR[assistantError] : undefined;
  if (named) return named;
  const byText = BY_TEXT.find(([pattern]) => pattern.test(result.text))?.[1];
  if (byText && byText !== 'agent_api_error') return byText;
  const status = result.apiErrorStatus ?? 0;
  return BY_STATUS[status] ?? (status >= 400 ? 'agent_api_error' : (byText ?? 'agent_turn_failed'));
}

function resultDetails({ result, limitResetsAt }: FailureEvidence): string {
  const reset = limitResetsAt ? `The limit resets at ${new Date(limitResetsAt * 1000).toISOString()}.` : '';
  return [result?.text ?? '', reset].filter((part) => part !== '').join('\n');
}

function failure(code: FailureCode, details: string): Failure {
  const cut = details.length > MAX_DETAILS ? `${details.slice(0, MAX_DETAILS)}…` : details;
  return cut === '' ? { code } : { code, details: cut };
}
