import { expect, test } from 'vitest';
import { isolatedEnvironment } from './isolated-environment.mjs';

test('nothing private reaches a test', () => {
  const secrets = [
    'ANTHROPIC_API_KEY',
    'ANTHROPIC_BASE_URL',
    'CLAUDECODE',
    'CLAUDE_CONFIG_DIR',
    'CLAUDE_CODE_OAUTH_TOKEN',
    'CCS_DATA_DIR',
    'DATABASE_URL',
    'PGPASSWORD',
    'GIT_DIR',
    'XDG_CONFIG_HOME',
    'NODE_ENV',
  ];
  const outer = Object.fromEntries(secrets.map((name) => [name, 'private']));
  const env = isolatedEnvironment({ ...outer, HOME: '/person', USERPROFILE: '/person' }, '/empty');
  expect(Object.values(env)).not.toContain('private');
  expect(Object.values(env)).not.toContain('/person');
  expect(env).toMatchObject({ HOME: '/empty', LANG: 'C.UTF-8' });
});

test('what tests need goes through', () => {
  const outer = {
    PATH: '/bin',
    TMPDIR: '/tmp',
    TEST_DATABASE_URL: 'postgres://x',
    E2E_CHROMIUM: '/chromium',
    CI: '1',
  };
  expect(isolatedEnvironment(outer, '/empty')).toMatchObject(outer);
});
