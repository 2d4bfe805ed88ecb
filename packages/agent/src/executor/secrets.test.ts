import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { call, inOrder, refuse, say, write } from '../testing/play.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

const SECRET = 'sk+live/9f "quoted" päss\\word-tail';
const ENCODED = [
  SECRET,
  JSON.stringify(SECRET).slice(1, -1),
  encodeURIComponent(SECRET),
  Buffer.from(SECRET).toString('base64').slice(0, -4),
  Buffer.from(SECRET).toString('base64url').slice(0, -4),
  Buffer.from(SECRET).toString('hex'),
];
const PRINT = `printf '%s\\n' "$MY_SECRET"; printf '%s' "$MY_SECRET" | base64; printf 'x%s' "$MY_SECRET" | base64 -w0; echo;
node -e 'const s = process.env.MY_SECRET; console.log(encodeURIComponent(s), Buffer.from(s).toString("hex"), JSON.stringify({s}));
for (const part of s.match(/.{1,5}/gu)) process.stdout.write(part); console.error(s)'; env | grep MY_SECRET`;

test('a secret in whatever the agent prints, says, asks, reports or fails with never leaves the run', async () => {
  bench = await openBench(
    inOrder(
      say(call('Bash', { command: PRINT })),
      {
        ...say(
          `The key is ${SECRET}, in a link ${encodeURIComponent(SECRET)}.\nIn base64:\n${Buffer.from(SECRET).toString('base64')}\n`,
          call('Bash', { command: `echo '${SECRET}' | wc -c`, description: SECRET }),
        ),
        delivery: { textChunk: 3, jsonChunk: 5 },
      },
      say(
        `${'x'.repeat(16 * 1024 - 10)}${SECRET}\n`,
        write('docs/planning/01_idea.md', `The key: ${SECRET}`),
        call('mcp__ccs__report_error', { type: 'execution_failed', message: `Key ${SECRET} fails` }),
        call('mcp__ccs__ask_user', {
          question: `Is ${SECRET} right?`,
          options: [SECRET, 'No'],
          default: SECRET,
          required: false,
        }),
      ),
      say(`[ERROR]\ntype: validation_error\nmessage: bad ${SECRET}\ndetails: ${SECRET}\n[/ERROR]\n`),
      refuse(400, 'invalid_request_error', `cannot use ${SECRET}`),
    ),
    { maxRetries: 0 },
  );
  const recorder = new Recorder();
  const result = await bench.run({ environment: { MY_SECRET: SECRET } }, recorder);
  expect(result).toMatchObject({ outcome: 'failed' });
  expect(result.outcome === 'failed' && result.failure.details).toContain('cannot use [redacted]');
  // It was really there, and the model saw it.
  expect(JSON.stringify(bench.model.requests.at(-1)?.body)).toContain(encodeURIComponent(SECRET));
  const out = JSON.stringify([
    recorder.lines,
    recorder.state.questions,
    recorder.errors,
    { ...result, recorder: null },
  ]);
  for (const written of ENCODED) expect(out).not.toContain(written);
  for (const written of ENCODED) expect(out).not.toContain(JSON.stringify(written).slice(1, -1));
  expect(out).not.toMatch(/word-tail|sk\+live|sk%2Blive/i);
  expect(recorder.errors.map(({ message }) => message)).toEqual(['Key [redacted] fails', 'bad [redacted]']);
  expect(recorder.state.questions[0]).toMatchObject({
    question: 'Is [redacted] right?',
    options: ['[redacted]', 'No'],
    default: '[redacted]',
  });
  const printed = recorder.results('Bash')[0] ?? '';
  expect(printed.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(8);
});

test('a provided variable never takes the place of what the agent runs with', async () => {
  bench = await openBench(
    inOrder(
      say(call('Bash', { command: 'echo "$EXTRA $CCS_RUN_ID $PATH $NODE_OPTIONS"' })),
      say(write('docs/planning/01_idea.md'), write('docs/planning/02_market.md')),
      say('=== PHASE 1 COMPLETE ==='),
    ),
  );
  const environment = { EXTRA: 'here', PATH: '/nowhere', CCS_RUN_ID: 'run_other', NODE_OPTIONS: '--nothing' };
  const { recorder, outcome } = await bench.run({ environment });
  expect(outcome).toBe('completed');
  expect(recorder.results('Bash')[0]).toMatch(/^\[redacted\] run_\S+ \/\S+$/);
});
