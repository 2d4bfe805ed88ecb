import { expect, test } from 'vitest';
import { classify, type FailureEvidence } from './classify.ts';

const NOTHING: FailureEvidence = {
  spawnError: null,
  result: null,
  assistantError: null,
  limitResetsAt: null,
  exit: null,
  stderrTail: '',
  thrown: null,
};

function result(text: string, apiErrorStatus: number | null, assistantError: string | null = null) {
  return { ...NOTHING, assistantError, result: { text, apiErrorStatus, terminalReason: 'api_error' } };
}

test.each<[string, FailureEvidence, string]>([
  [
    'ENOENT',
    { ...NOTHING, spawnError: { code: 'ENOENT', message: 'spawn claude ENOENT' } },
    'agent_binary_missing',
  ],
  [
    'EACCES',
    { ...NOTHING, spawnError: { code: 'EACCES', message: 'spawn claude EACCES' } },
    'agent_binary_missing',
  ],
  [
    'no credentials',
    result('Not logged in · Please run /login', null, 'authentication_failed'),
    'agent_not_signed_in',
  ],
  ['a refused login', result('Not logged in · Please run /login', 401), 'agent_authentication_failed'],
  ['a bad key', result('Invalid API key · Fix external API key', 401), 'agent_authentication_failed'],
  ['403', result('Failed to authenticate. API Error: 403 forbidden', 403), 'agent_authentication_failed'],
  ['an account on hold', result('x', null, 'account_on_hold'), 'agent_authentication_failed'],
  ['429', result('API Error: Request rejected (429) · slow', 429, 'rate_limit'), 'agent_rate_limited'],
  [
    'a subscription limit',
    result("You've hit your 5-hour limit · resets 12:49pm", null),
    'agent_rate_limited',
  ],
  ['529', result('API Error: 529 Overloaded.', 529, 'server_error'), 'agent_overloaded'],
  ['500', result('API Error: 500 internal', 500, 'server_error'), 'agent_api_error'],
  ['400', result('API Error: 400 bad request thing', 400), 'agent_api_error'],
  ['credit', result('Credit balance is too low', 400, 'billing_error'), 'agent_credit_exhausted'],
  ['a long prompt', result('Prompt is too long · start anew', 400), 'agent_context_exceeded'],
  ['413', result('Request too large (max 32MB).', 413), 'agent_context_exceeded'],
  ['a model', result("There's an issue with the selected model (x).", 404), 'agent_model_not_found'],
  ['refused', result('API Error: Connection refused (ECONNREFUSED)', null), 'agent_connection_failed'],
  ['reset', result('API Error: Connection dropped (ECONNRESET)', null), 'agent_connection_failed'],
  ['cut', result('API Error: Connection lost mid-response.', null), 'agent_connection_failed'],
  ['time-out', result('Request timed out. Check your internet', null), 'agent_connection_failed'],
  [
    'too much output',
    result("API Error: Claude's response exceeded the 32000 output token maximum", null, 'max_output_tokens'),
    'agent_api_error',
  ],
  ['turns', result('Reached maximum number of turns (2)', null), 'agent_turn_failed'],
  ['an exit', { ...NOTHING, exit: { code: 1, signal: null }, stderrTail: 'boom' }, 'agent_exited'],
  ['nothing known', { ...NOTHING, thrown: 'Error: odd' }, 'internal_error'],
])('%s', (_, evidence, code) => {
  expect(classify(evidence)).toMatchObject({ code, details: expect.stringMatching(/\S/) });
});

test('details say how it ended, and when a limit resets, and are bounded', () => {
  const killed = classify({ ...NOTHING, exit: { code: null, signal: 'SIGKILL' }, stderrTail: 'last words' });
  expect(killed.details).toBe('It ended with signal SIGKILL.\nlast words');
  const limited = classify({ ...result('limit', 429), limitResetsAt: 1_795_178_988 });
  expect(limited.details).toBe('limit\nThe limit resets at 2026-11-20T12:49:48.000Z.');
  expect(classify(result('x'.repeat(100_000), 500)).details?.length).toBeLessThan(2_100);
});
