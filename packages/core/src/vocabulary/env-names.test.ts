import { expect, test } from 'vitest';
import { envNameProblem } from './env-names.ts';

test.each([
  'OPENAI_API_KEY',
  'FIGMA_ACCESS_TOKEN',
  'DATABASE_URL',
  'GITHUB_TOKEN',
  'a',
  '_x1',
  'A'.repeat(128),
])('%s may be asked for', (name) => {
  expect(envNameProblem(name)).toBeNull();
});

test.each(['', '1A', 'A-B', 'A B', 'A=B', 'A\n', 'A\0', '키', 'A'.repeat(129)])('%j is no name', (name) => {
  expect(envNameProblem(name)).toContain('only letters, digits and _');
});

test.each([
  'PATH',
  'Path',
  'HOME',
  'LD_PRELOAD',
  'DYLD_INSERT_LIBRARIES',
  'NODE_OPTIONS',
  'NODE_PATH',
  'BASH_ENV',
  'ENV',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_BASE_URL',
  'CLAUDE_CONFIG_DIR',
  'CCS_RUN_ID',
  'GIT_SSH_COMMAND',
  'PYTHONPATH',
  'PYTHONSTARTUP',
  'npm_config_registry',
  'HTTPS_PROXY',
  'https_proxy',
  'all_proxy',
])('%s is reserved, and the name that is offered instead is not', (name) => {
  const problem = envNameProblem(name) ?? '';
  expect(problem).toContain(`${name} is reserved`);
  const offered = /such as (\w+)\./.exec(problem)?.[1] ?? '';
  expect(envNameProblem(offered)).toBeNull();
});
