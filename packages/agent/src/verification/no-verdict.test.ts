import type { VerifyResult } from '@ccs/core/ports/agent-runner';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMarkedProcesses } from '../executor/marked-processes.ts';
import { Recorder } from '../testing/bench.ts';
import { inOrder, refuse, say } from '../testing/play.ts';
import {
  answer,
  DOCUMENTS,
  hasBegun,
  IDEA,
  MARKET,
  TESTS_PASS,
  TEXT,
  verdict,
  VerifyBench,
} from '../testing/verify-bench.ts';

let bench: VerifyBench;
beforeEach(() => {
  bench = new VerifyBench();
});
afterEach(() => bench.close());

/** What programs found stands, the verifier's criteria are open, and the report says why. */
function expectInconclusive(result: Awaited<ReturnType<VerifyBench['verify']>>, code: string): void {
  expect(result).toMatchObject({
    outcome: 'verified',
    report: {
      verdict: 'inconclusive',
      criteria: [
        { key: 'outputs_exist', verdict: 'pass', checkedBy: 'program' },
        { key: 'min_length', verdict: 'pass', checkedBy: 'program' },
        {
          key: 'agreed',
          verdict: 'not_checked',
          checkedBy: 'verifier',
          reason: expect.stringContaining('no verdict'),
        },
      ],
      failure: { code },
    },
  });
  const said = result.recorder.lines.filter(({ kind }) => kind === 'error').map(({ data }) => data);
  expect(said.at(-1)).toMatchObject({ code });
}
const detailsOf = (result: VerifyResult) =>
  result.outcome === 'verified' ? result.report.failure?.details : undefined;

test('a verifier that only talks gives no verdict', async () => {
  const result = await bench.verify(inOrder(say('Everything passes, believe me: s3cret-Value-9.')), {
    environment: { API_KEY: 's3cret-Value-9' },
  });
  expectInconclusive(result, 'verifier_no_verdict');
  expect(detailsOf(result)).toContain('believe me: [redacted]');
});

test('what programs find wrong counts without a verdict of the verifier', async () => {
  const manifest = JSON.stringify({ scripts: { test: 'node -e "process.exit(3)"' } });
  const result = await bench.verify(inOrder(say('I do not know.')), {
    files: { [IDEA]: TEXT, [MARKET]: '# Market\n\nSmall.', 'package.json': manifest },
    criteria: [...DOCUMENTS, TESTS_PASS],
  });
  expect(result).toMatchObject({
    outcome: 'verified',
    report: {
      verdict: 'failed',
      criteria: [
        { verdict: 'pass' },
        { key: 'min_length', verdict: 'fail' },
        { key: 'agreed', verdict: 'not_checked', reason: 'The verifier gave no verdict.' },
        { key: 'tests_pass', verdict: 'fail' },
      ],
      tests: { exitCode: 3 },
      failure: null,
    },
  });
});

test.each([
  ['an unknown key', [verdict('agreed'), verdict('nice')]],
  ['another verdict', [verdict('agreed', { verdict: 'maybe' })]],
  ['no array', 'pass'],
])('a verifier whose answers never have the shape gives no verdict: %s', async (_, criteria) => {
  expectInconclusive(await bench.verify(inOrder(answer(criteria))), 'verifier_no_verdict');
});

test.each([
  ['nothing at all', []],
  ['twice the same', [verdict('agreed'), verdict('agreed', { verdict: 'fail' })]],
])('an answer that the schema allows can still be no verdict: %s', async (_, criteria) => {
  const result = await bench.verify(inOrder(answer(criteria)));
  expectInconclusive(result, 'verifier_no_verdict');
  expect(detailsOf(result)).toContain('agreed');
});

test.each([
  ['429', refuse(429, 'rate_limit_error', 'slow down'), 'agent_rate_limited'],
  ['529', refuse(529, 'overloaded_error', 'Overloaded'), 'agent_overloaded'],
  ['401', refuse(401, 'authentication_error', 'invalid x-api-key'), 'agent_authentication_failed'],
])('an API failure is no verdict: %s', async (_, reply, code) => {
  expectInconclusive(await bench.verify(inOrder(reply)), code);
});

test('a verifier that is killed gives no verdict', async () => {
  const recorder = new Recorder();
  const started = bench.verify(inOrder({ kind: 'silence', ms: 60_000 }), { recorder });
  await recorder.until(hasBegun);
  const runId = recorder.lines[0]?.runId ?? '';
  const pids = await findMarkedProcesses(new Set([runId]));
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  expect(pids.length).toBeGreaterThan(0);
  expectInconclusive(await started, 'agent_exited');
});
