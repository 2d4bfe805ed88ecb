import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { agentSurroundings } from './agent-environment.ts';
import { endProcesses } from './end-processes.ts';
import { findMarkedProcesses, readPs } from './marked-processes.ts';

const BASE = {
  dataDir: '/data',
  taskId: 'task_1',
  runId: 'run_1',
  provider: 'claude',
  demoUrl: null,
  tmpDir: '/scratch',
  maxRetries: undefined,
} as const;
const PERSON = { PATH: '/bin', HOME: '/home/me', LANG: 'ko_KR.UTF-8' };

test('with a login the agent uses the person’s own configuration folder', () => {
  const plain = agentSurroundings({ ...BASE, environment: PERSON });
  expect(plain.configDir).toBe('/home/me/.claude');
  expect(plain.env).toMatchObject({ ...PERSON, CCS_RUN_ID: 'run_1', CLAUDE_CODE_TMPDIR: '/scratch' });
  expect(plain.env).not.toHaveProperty('CLAUDE_CONFIG_DIR');
  expect(plain.folders).toEqual([]);
  const chosen = agentSurroundings({ ...BASE, environment: { ...PERSON, CLAUDE_CONFIG_DIR: '/cfg' } });
  expect(chosen).toMatchObject({ configDir: '/cfg', env: { CLAUDE_CONFIG_DIR: '/cfg' } });
});

test('with a key or a token each task has a folder of its own', () => {
  const environment = {
    ...PERSON,
    CLAUDE_CONFIG_DIR: '/cfg',
    ANTHROPIC_API_KEY: 'key',
    ANTHROPIC_MODEL: 'm',
  };
  const { configDir, env } = agentSurroundings({ ...BASE, environment, maxRetries: 0 });
  expect(configDir).toBe('/data/agents/task_1/claude');
  expect(env).toMatchObject({
    CLAUDE_CONFIG_DIR: configDir,
    ANTHROPIC_API_KEY: 'key',
    ANTHROPIC_MODEL: 'm',
    CLAUDE_CODE_MAX_RETRIES: '0',
  });
});

test('the demo has nothing of the account', () => {
  const environment = {
    ...PERSON,
    ANTHROPIC_API_KEY: 'key',
    ANTHROPIC_AUTH_TOKEN: 'token',
    CLAUDE_CODE_OAUTH_TOKEN: 'oauth',
    ANTHROPIC_MODEL: 'm',
    HTTPS_PROXY: 'http://proxy',
    CLAUDE_CONFIG_DIR: '/cfg',
  };
  const { env } = agentSurroundings({
    ...BASE,
    provider: 'demo',
    demoUrl: 'http://127.0.0.1:1',
    environment,
  });
  expect(Object.keys(env).sort()).toEqual(
    [
      'ANTHROPIC_API_KEY',
      'ANTHROPIC_BASE_URL',
      'CCS_RUN_ID',
      'CLAUDE_CODE_DISABLE_AUTO_MEMORY',
      'CLAUDE_CODE_DISABLE_BACKGROUND_TASKS',
      'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC',
      'CLAUDE_CODE_TMPDIR',
      'CLAUDE_CONFIG_DIR',
      'DISABLE_AUTOUPDATER',
      'HOME',
      'LANG',
      'NO_PROXY',
      'PATH',
    ].sort(),
  );
  expect(env['ANTHROPIC_API_KEY']).not.toBe('key');
  expect(env['HOME']).toBe('/data/agents/task_1/home');
});

test('processes are found by their mark only, and ended', async () => {
  const start = (mark: string) =>
    spawn('sleep', ['300'], {
      env: { PATH: process.env['PATH'], CCS_RUN_ID: mark },
      detached: true,
      stdio: 'ignore',
    });
  const mine = `run_${process.pid}_${Date.now()}`;
  const [one, two, other] = [start(mine), start(mine), start(`${mine}0`)];
  try {
    while ((await findMarkedProcesses(new Set([mine]))).length < 2);
    expect(new Set(await findMarkedProcesses(new Set([mine])))).toEqual(new Set([one.pid, two.pid]));
    expect(await endProcesses([mine])).toBe(2);
    expect(await findMarkedProcesses(new Set([mine]))).toEqual([]);
    expect(await findMarkedProcesses(new Set([`${mine}0`]))).toEqual([other.pid]);
  } finally {
    await endProcesses([mine, `${mine}0`]);
  }
});

test('reads the listing of ps', () => {
  const listing = [
    '  101 /x/claude --print PATH=/bin CCS_RUN_ID=run_a HOME=/h',
    '  102 sleep 300 CCS_RUN_ID=run_ab',
    '  103 grep CCS_RUN_ID',
    '',
  ].join('\n');
  expect(readPs(listing, new Set(['run_a']))).toEqual([101]);
});
