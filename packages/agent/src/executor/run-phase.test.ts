import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, TWO_STEPS } from '../testing/bench.ts';
import { call, inOrder, say, write } from '../testing/play.ts';
import type { Scenario } from '@ccs/scripted-model';
import type { AgentRunnerOptions } from './create-agent-runner.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

async function open(scenario: Scenario, changes: Partial<AgentRunnerOptions> = {}): Promise<Bench> {
  bench = await openBench(scenario, changes);
  return bench;
}

const IDEA = 'docs/planning/01_idea.md';
const MARKET = 'docs/planning/02_market.md';
const DONE = '=== PHASE 1 COMPLETE ===';

function commits(workspace: string): string[] {
  const log = execFileSync('git', ['log', '--reverse', '--format=%an <%ae> %s'], {
    cwd: workspace,
    encoding: 'utf8',
  });
  return log.trim().split('\n');
}

test('runs a phase to its completion', async () => {
  const { run, workspace, dataDir } = await open(
    inOrder(
      say('I start with the idea.\n', write(IDEA)),
      say('=== STEP 1.1 COMPLETE ===\n', write(MARKET)),
      say(`=== STEP 1.2 COMPLETE ===\nAll done.\n\n${DONE}\nDocuments:\n- ${IDEA}\n- ${MARKET}\n`),
    ),
  );
  const result = await run();
  expect(result).toMatchObject({
    outcome: 'completed',
    outputs: [
      { path: IDEA, kind: 'document' },
      { path: MARKET, kind: 'document' },
    ],
  });
  expect(result.usage.inputTokens).toBeGreaterThan(0);
  expect(result.usage.costMicroUsd).toBeGreaterThan(0);
  const { recorder } = result;
  expect(recorder.steps).toEqual([
    { step: 1, evidence: 'files' },
    { step: 2, evidence: 'files' },
  ]);
  expect(recorder.texts('tool_use')).toEqual([`Write ${IDEA}`, `Write ${MARKET}`]);
  expect(recorder.texts('text').join('\n')).toContain(`All done.\n\n${DONE}`);
  expect(recorder.texts('error')).toEqual([]);
  expect(recorder.lines.every((line) => line.phase === 1 && line.runId?.startsWith('run_'))).toBe(true);
  const author = 'Claude Code Server <noreply@claude-code-server.local>';
  expect(commits(workspace)).toEqual([`${author} Phase 1.1: Idea`, `${author} Phase 1.2: Market analysis`]);
  expect(await readdir(join(dataDir, 'runs'))).toEqual([]);
});

test('a claim by tool counts like a marker, and is refused with the list of what is missing', async () => {
  const { run, model } = await open(
    inOrder(
      say(call('mcp__ccs__complete_phase', { phase: 1 })),
      say(call('mcp__ccs__complete_step', { phase: 1, step: 7 })),
      say(call('Bash', { command: `mkdir -p docs/planning; echo idea > ${IDEA}; echo market > ${MARKET}` })),
      say(call('mcp__ccs__complete_step', { phase: 1, step: 1 })),
      say(call('mcp__ccs__complete_phase', { phase: 1, summary: 'Both documents.' })),
      say('Good.'),
    ),
  );
  const { recorder, outcome } = await run();
  expect(outcome).toBe('completed');
  const [refused, unknown, , , accepted] = recorder.lines.filter((line) => line.kind === 'tool_result');
  expect(refused).toMatchObject({ isError: true, tool: 'mcp__ccs__complete_phase' });
  expect(refused?.data).toContain(`1.2 Market analysis: ${MARKET}`);
  expect(unknown?.data).toContain('has no step 7');
  expect(accepted).toMatchObject({ isError: false });
  expect(model.requests).toHaveLength(6);
});

test('a turn that ends early is told what is missing and goes on', async () => {
  const { run } = await open(
    inOrder(say(write(IDEA)), say('I stop here.'), say(write(MARKET)), say('Done, I think.'), say(DONE)),
  );
  const { recorder, outcome } = await run();
  expect(outcome).toBe('completed');
  const [, second, third, ...more] = recorder.texts('prompt');
  expect(second).toContain('Phase 1 (Planning)');
  expect(second).toContain(`- 1.2 Market analysis: ${MARKET}`);
  expect(second).not.toContain(IDEA);
  expect(third).toContain('all outputs are on disk, but its completion was not claimed');
  expect(more).toEqual([]);
});

test('a phase that stays incomplete fails after five reminders, with the list', async () => {
  const { run, model } = await open(inOrder(say(write(IDEA)), say(`=== STEP 1.2 COMPLETE ===\n${DONE}`)));
  const result = await run();
  expect(result).toMatchObject({ outcome: 'failed', failure: { code: 'phase_incomplete' } });
  expect(result.outcome === 'failed' && result.failure.details).toContain(MARKET);
  expect(result.recorder.texts('prompt')).toHaveLength(6);
  expect(result.recorder.texts('prompt')[1]).toContain('although their outputs are missing: 1.2');
  expect(result.recorder.texts('prompt')[1]).toContain('You claimed that phase 1 is complete; it is not.');
  expect(model.requests).toHaveLength(7);
  expect(result.recorder.steps).toEqual([{ step: 1, evidence: 'files' }]);
});

test.each([
  ['cut into single characters', DONE, { textChunk: 1 }],
  ['with CRLF, indented', `So:\r\n   ${DONE}\r\nmore`, { textChunk: 3 }],
])('finds a marker that is %s', async (_, text, delivery) => {
  const { run, model } = await open(inOrder(say(write(IDEA), write(MARKET)), { ...say(text), delivery }));
  expect(await run()).toMatchObject({ outcome: 'completed' });
  expect(model.requests).toHaveLength(2);
});

test('a stream that breaks off inside the marker is asked again, without streaming', async () => {
  const { run, model } = await open(
    inOrder(
      say(write(IDEA), write(MARKET)),
      {
        ...say(`Well.\n${DONE}`),
        delivery: { textChunk: 8, breakAt: { block: 0, inside: true, how: 'cut' } },
      },
      say(`Well.\n${DONE}`),
    ),
    { maxRetries: 0 },
  );
  const { recorder, outcome } = await run();
  expect(outcome).toBe('completed');
  expect(model.requests.map(({ body }) => body.stream)).toEqual([true, true, false]);
  expect(recorder.texts('text').join('\n')).toMatch(new RegExp(`Well\\.\n${DONE}$`));
});

test('a marker in a code block, in the output of a tool or of a subagent is not a claim', async () => {
  const { run, model } = await open({
    name: 'subagent',
    reply: (request) =>
      request.conversation.userTexts[0]?.text.includes('You are the subagent')
        ? say(`\n${DONE}\n`)
        : inOrder(
            say(write(IDEA), write(MARKET)),
            say(
              `I will end with\n\`\`\`\n${DONE}\n\`\`\`\n`,
              call('Bash', { command: `printf '\\n${DONE}\\n'` }),
            ),
            say(
              call('Agent', {
                description: 'look',
                prompt: 'You are the subagent',
                subagent_type: 'general-purpose',
              }),
            ),
            say('> quoted\n> === PHASE 1 COMPLETE ==='),
            say(DONE),
          ).reply(request),
  });
  const { recorder, outcome } = await run();
  expect(outcome).toBe('completed');
  expect(recorder.texts('prompt')).toHaveLength(2);
  expect(recorder.lines.filter((line) => line.parentToolUseId).map((line) => line.text)).toContainEqual(
    expect.stringContaining(DONE),
  );
  expect(model.requests).toHaveLength(6);
});

test('writing outside the workspace is refused and the agent goes on', async () => {
  const { run, root } = await open(
    inOrder(
      say(call('Write', { file_path: '../outside.md', content: 'x' })),
      say(call('Bash', { command: 'ln -s .. up' })),
      say(call('Write', { file_path: 'up/outside.md', content: 'x' })),
      say(write(IDEA), write(MARKET)),
      say(DONE),
    ),
  );
  const { recorder, outcome } = await run();
  expect(outcome).toBe('completed');
  const refused = recorder.lines.filter((line) => line.kind === 'tool_result' && line.isError);
  expect(refused).toHaveLength(2);
  expect(refused[0]?.text).toContain('outside the working folder');
  expect(await readdir(root)).not.toContain('outside.md');
});

test('later phases and attempts continue in the same session', async () => {
  const { run, model, workspace } = await open(
    inOrder(
      say(write(IDEA), write(MARKET)),
      say(DONE),
      say(write('docs/design/01_screens.md')),
      say('=== PHASE 2 COMPLETE ==='),
    ),
  );
  const first = await run();
  expect(first).toMatchObject({ outcome: 'completed' });
  const design = {
    ...TWO_STEPS,
    number: 2,
    name: { en: 'Design', ko: '설계' },
    steps: [
      {
        number: 1,
        key: 's',
        name: { en: 'Screens', ko: '화면' },
        outputs: [{ kind: 'file', path: 'docs/design/01_screens.md' }],
      },
    ],
  } as const;
  const second = await run({ phase: design });
  expect(second).toMatchObject({ outcome: 'completed', outputs: [{ path: 'docs/design/01_screens.md' }] });
  expect(second.outcome === 'completed' && second.outputs).toHaveLength(1);
  expect(second.recorder.texts('prompt')[0]).toContain('continues the same session');
  const messages = JSON.stringify(model.requests.at(-1)?.body.messages);
  expect(messages).toContain('Phase 1 (Planning)');
  expect(messages).toContain('Phase 2 (Design)');
  // Only what this run added, although the session's own totals go on.
  const turn = second.recorder.lines.find((line) => line.kind === 'result')?.data as {
    usage: { output_tokens: number };
    sessionCostUsd: number;
  };
  expect(second.usage.outputTokens).toBe(turn.usage.output_tokens);
  expect(second.usage.costMicroUsd).toBeGreaterThan(0);
  expect(second.usage.costMicroUsd).toBeCloseTo(
    turn.sessionCostUsd * 1_000_000 - first.usage.costMicroUsd,
    -1,
  );
  expect(commits(workspace).map((line) => line.split('> ')[1])).toEqual([
    'Phase 1.1: Idea',
    'Phase 1.2: Market analysis',
    'Phase 2.1: Screens',
  ]);
});

test('a workspace inside another repository has its own', async () => {
  const { run, root, workspace } = await open(inOrder(say(write(IDEA), write(MARKET)), say(DONE)));
  execFileSync('git', ['init', '-q', root]);
  expect(await run()).toMatchObject({ outcome: 'completed' });
  expect(commits(workspace)).toHaveLength(2);
  expect(() => execFileSync('git', ['log'], { cwd: root, stdio: 'pipe' })).toThrow(
    /does not have any commits/,
  );
});

test('the demo gets the scripted model and nothing of the account', async () => {
  const { run, model } = await open(
    inOrder(
      say(call('Bash', { command: 'env; echo HOME=$HOME' })),
      say(write(IDEA), write(MARKET)),
      say(DONE),
    ),
    {
      environment: {
        PATH: process.env['PATH'],
        HOME: '/nonexistent',
        ANTHROPIC_API_KEY: 'sk-ant-the-real-key',
        CLAUDE_CODE_OAUTH_TOKEN: 'the-real-token',
        ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
      },
    },
  );
  const { recorder, outcome } = await run({ provider: 'demo' });
  expect(outcome).toBe('completed');
  expect(model.requests).toHaveLength(3);
  const output = String(recorder.lines.find((line) => line.kind === 'tool_result')?.data);
  expect(output).toContain('CCS_RUN_ID=run_');
  expect(output).not.toContain('the-real');
});

test('what is on disk and done already is told to a later attempt', async () => {
  const { run, workspace } = await open(inOrder(say(write(MARKET)), say(DONE)));
  await mkdir(join(workspace, dirname(IDEA)), { recursive: true });
  await writeFile(join(workspace, IDEA), 'An idea.');
  const { recorder, outcome } = await run({ attempt: 2, completedSteps: [1] });
  expect(outcome).toBe('completed');
  expect(recorder.texts('prompt')[0]).toContain('Steps already complete: 1.1.');
  expect(recorder.texts('prompt')[0]).toContain(`Already on disk:\n- ${IDEA}`);
  expect(recorder.steps).toEqual([{ step: 2, evidence: 'files' }]);
});
