import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claudeVersion, findClaudeExecutable } from './claude-executable.ts';
import { detectSignIn } from './detect-sign-in.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ccs-sign-in-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('credentials in the environment, in the order in which Claude Code takes them', async () => {
  const all = { ANTHROPIC_AUTH_TOKEN: 'a', ANTHROPIC_API_KEY: 'b', CLAUDE_CODE_OAUTH_TOKEN: 'c', HOME: home };
  expect(await detectSignIn(all)).toBe('auth_token');
  expect(await detectSignIn({ ...all, ANTHROPIC_AUTH_TOKEN: '' })).toBe('api_key');
  expect(await detectSignIn({ CLAUDE_CODE_OAUTH_TOKEN: 'c' })).toBe('oauth_token');
});

test('a login shows by its credentials file, in the folder that Claude Code uses', async () => {
  expect(await detectSignIn({ HOME: home }, 'linux')).toBe('none');
  expect(await detectSignIn({}, 'linux')).toBe('none');
  await mkdir(join(home, '.claude'));
  await writeFile(join(home, '.claude', '.credentials.json'), '{}');
  expect(await detectSignIn({ HOME: home }, 'linux')).toBe('none');
  await writeFile(join(home, '.claude', '.credentials.json'), '{"claudeAiOauth":{}}');
  expect(await detectSignIn({ HOME: home }, 'linux')).toBe('login');
  expect(await detectSignIn({ HOME: home, CLAUDE_CONFIG_DIR: join(home, 'other') }, 'linux')).toBe('none');
  expect(await detectSignIn({ CLAUDE_CONFIG_DIR: join(home, '.claude') }, 'linux')).toBe('login');
});

test('on macOS the account on disk stands for the keychain', async () => {
  await writeFile(join(home, '.claude.json'), '{"oauthAccount":{"emailAddress":"x"}}');
  expect(await detectSignIn({ HOME: home }, 'darwin')).toBe('login');
  expect(await detectSignIn({ HOME: home }, 'linux')).toBe('none');
  await writeFile(join(home, '.claude.json'), 'not JSON');
  expect(await detectSignIn({ HOME: home }, 'darwin')).toBe('none');
});

test('the bundled program is there and tells its version', async () => {
  expect(findClaudeExecutable()).toMatch(/claude$/);
  expect(await claudeVersion()).toMatch(/^2\.\d+\.\d+$/);
  expect(await claudeVersion('/nonexistent/claude')).toBeNull();
});
