import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ClaudePlace,
  type CliMessage,
  createClaudePlace,
  type RunOptions,
} from './testing/claude-cli.ts';
import { continuationPrompt, phasePrompt, type Request } from './testing/phase-prompts.ts';
import {
  claimingWithoutFiles,
  demoScenario,
  endingEarly,
  failing,
  type Scenario,
  type ScriptedModel,
} from './index.ts';
import { startScriptedModel } from './index.ts';

const habits: Request = {
  title: 'Daily habit tracker',
  prompt: 'A habit tracker with streaks, a weekly overview and dark mode',
  language: 'en',
};
const LAST_PLAN = 'docs/planning/09_roadmap.md';

let place: ClaudePlace;
const models: ScriptedModel[] = [];
beforeEach(async () => {
  place = await createClaudePlace();
});
afterEach(async () => {
  for (const model of models.splice(0)) await model.close();
  await place.remove();
});

async function start(scenario: Scenario = demoScenario()): Promise<ScriptedModel> {
  const model = await startScriptedModel({ scenario, record: 200 });
  models.push(model);
  return model;
}
const run = (model: ScriptedModel, prompt: string, options?: RunOptions) =>
  place.run(model.url, prompt, options);
const sessionOf = (messages: CliMessage[]) =>
  messages.find((message) => message.session_id)?.session_id ?? '';
const endOf = (messages: CliMessage[]) => messages.filter((message) => message.type === 'result').at(-1);
const read = (path: string) => readFile(join(place.workspace, path), 'utf8');
const exists = (path: string) =>
  stat(join(place.workspace, path)).then(
    () => true,
    () => false,
  );
const env = { CLAUDE_CODE_MAX_RETRIES: '3' };

describe('the real Claude Code', () => {
  test.each([
    habits,
    { title: '습관 "트래커" <b>', prompt: '연속 기록이 있는 습관 앱, 다크 모드', language: 'ko' as const },
  ])('plays the whole demo for $title, and the app works', { timeout: 180_000 }, async (request) => {
    const model = await start();
    let resume: string | undefined;
    for (const phase of [1, 2, 3, 4]) {
      const messages = await run(model, phasePrompt(phase, request), resume ? { resume } : {});
      resume = sessionOf(messages);
      expect(endOf(messages)).toMatchObject({ subtype: 'success', is_error: false });
      expect(endOf(messages)?.result).toContain(`=== PHASE ${phase} COMPLETE ===`);
    }
    expect(model.requests.length).toBeLessThanOrEqual(60);
    expect(model.requests.some((recorded) => recorded.agentId !== undefined)).toBe(true);

    const tests = await promisify(execFile)(process.execPath, ['--test'], {
      cwd: place.workspace,
      env: { PATH: process.env['PATH'] },
    });
    const passed = /^[#ℹ] pass (\d+)$/m.exec(tests.stdout)?.[1];
    expect(tests.stdout).toMatch(/^[#ℹ] fail 0$/m);
    const report = await read('docs/testing/04_test_report.md');
    expect(report).toContain(`\`npm test\` | 0 | ${passed} | 0 |`);
    expect(report).toContain('`node scripts/walk.js` | 0 | 10 | 0 |');
    expect(report).toContain('ok 9 - restart the server and find everything again');
    await useTheApp();
  });

  test('goes on with another server after a kill in mid-phase, writing nothing twice', {
    timeout: 90_000,
  }, async () => {
    const first = await start();
    let writes = 0;
    const killed = await run(first, phasePrompt(1, habits), {
      onMessage: (message, kill) => {
        if (message.type === 'user') writes += 1;
        if (writes === 4) kill();
      },
    });
    expect(await exists(LAST_PLAN)).toBe(false);
    const before = await stat(join(place.workspace, 'docs/planning/01_idea.md'));
    const second = await start();
    const resumed = await run(second, phasePrompt(1, habits), { resume: sessionOf(killed) });
    expect(endOf(resumed)?.result).toContain('=== PHASE 1 COMPLETE ===');
    expect(await exists(LAST_PLAN)).toBe(true);
    expect((await stat(join(place.workspace, 'docs/planning/01_idea.md'))).mtimeMs).toBe(before.mtimeMs);
    expect(second.requests.length).toBeLessThan(first.requests.length + 9);
  });

  test('overwrites what is there when a new session takes over', { timeout: 90_000 }, async () => {
    await run(await start(), phasePrompt(2, habits));
    const again = await run(await start(), phasePrompt(2, { ...habits, title: 'Another title' }));
    expect(endOf(again)?.result).toContain('=== PHASE 2 COMPLETE ===');
    expect(await read('docs/design/04_api.md')).toContain('Another title');
  });

  test('is told what is missing after a turn that ended early', { timeout: 90_000 }, async () => {
    const model = await start(endingEarly(demoScenario(), { phase: 1, after: 3, times: 1 }));
    const early = await run(model, phasePrompt(1, habits));
    expect(endOf(early)?.result).toBe('I will stop here for now.');
    expect(await exists(LAST_PLAN)).toBe(false);
    const rest = await run(model, continuationPrompt(1, [LAST_PLAN]), { resume: sessionOf(early) });
    expect(endOf(rest)?.result).toContain('=== PHASE 1 COMPLETE ===');
    expect(await exists(LAST_PLAN)).toBe(true);
  });

  test('can claim what it has not done', { timeout: 60_000 }, async () => {
    const messages = await run(await start(claimingWithoutFiles(demoScenario())), phasePrompt(1, habits));
    expect(endOf(messages)?.result).toBe('=== PHASE 1 COMPLETE ===');
    expect(await exists('docs')).toBe(false);
  });
});

describe('the real Claude Code meets faults', () => {
  test('overload and a lost connection are retried, and the phase is completed', {
    timeout: 120_000,
  }, async () => {
    const cut = failing(demoScenario(), { kind: 'cut', where: 'inside_block' }, { after: 2 });
    const model = await start(failing(cut, { kind: 'overloaded' }, { after: 4, times: 2 }));
    const messages = await run(model, phasePrompt(2, habits), { env });
    const retries = messages.filter((message) => message.subtype === 'api_retry');
    expect(retries.map((message) => message['error_status'])).toContain(529);
    expect(endOf(messages)?.result).toContain('=== PHASE 2 COMPLETE ===');
  });

  test('a cut between blocks is continued', { timeout: 60_000 }, async () => {
    const model = await start(
      failing(demoScenario(), { kind: 'cut', where: 'between_blocks' }, { after: 1 }),
    );
    const messages = await run(model, phasePrompt(2, habits), { env });
    expect(endOf(messages)?.result).toContain('=== PHASE 2 COMPLETE ===');
  });

  test('a usage limit of a subscription is reported with its end', { timeout: 60_000 }, async () => {
    const resetAt = Math.floor(Date.now() / 1000) + 3600;
    const model = await start(failing(demoScenario(), { kind: 'usage_limit', resetAt }));
    const messages = await run(model, phasePrompt(1, habits), {
      env: { ANTHROPIC_API_KEY: '', CLAUDE_CODE_OAUTH_TOKEN: 'scripted' },
    });
    const limit = messages.find((message) => message.type === 'rate_limit_event');
    expect(limit?.['rate_limit_info']).toMatchObject({ status: 'rejected', resetsAt: resetAt });
    expect(endOf(messages)?.is_error).toBe(true);
  });

  test('a refusal ends the turn with an error', { timeout: 60_000 }, async () => {
    const model = await start(failing(demoScenario(), { kind: 'refusal' }, { times: Infinity }));
    const messages = await run(model, phasePrompt(1, habits), { env });
    expect(endOf(messages)).toMatchObject({ is_error: true });
  });
});

/** Start the app that was built, use it, restart it, and find what was stored. */
async function useTheApp(): Promise<void> {
  const server = pathToFileURL(join(place.workspace, 'src/server.js')).href;
  const script = `
    const { start } = await import(${JSON.stringify(server)});
    const { addDays, localToday } = await import(${JSON.stringify(server.replace('server.js', 'dates.js'))});
    const today = localToday();
    const call = async (app, method, path, body) => {
      const init = { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) };
      return (await fetch(app.url + path, init)).json();
    };
    let app = await start({ port: 0 });
    const { id } = await call(app, 'POST', '/api/habits', { name: 'Read <b>' });
    for (const day of [today, addDays(today, -1)]) await call(app, 'PUT', '/api/habits/' + id + '/days/' + day);
    await app.stop();
    app = await start({ port: 0 });
    const { items } = await call(app, 'GET', '/api/habits');
    await app.stop();
    console.log(JSON.stringify(items.map(({ name, streak }) => ({ name, streak }))));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env['PATH'] },
  });
  expect(JSON.parse(stdout)).toEqual([{ name: 'Read <b>', streak: 2 }]);
}
