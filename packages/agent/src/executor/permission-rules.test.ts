import { expect, test } from 'vitest';
import { permissionFor } from './permission-rules.ts';
import { isHarmless, isReading } from './read-only-calls.ts';

const bash = (command: string) => ({ tool: 'Bash', input: { command } });
const ask = (tool: string, input: Record<string, unknown>) =>
  permissionFor({ tool, input }, { workspace: '/w', redact, language: 'en' });
const redact = (text: string) => text.replaceAll('s3cret', '[redacted]');

test.each([
  'ls',
  'ls -la src/app',
  'cat package.json',
  'pwd',
  'head -n 20 a.md',
  'grep -rn TODO src',
  'git status',
  'git log --oneline -5',
  'git diff HEAD~1 -- src/a.ts',
  'git show abc123:README.md',
])('`%s` only reads', (command) => {
  expect(isReading(bash(command))).toBe(true);
});

test.each([
  'rm a',
  'ls; rm a',
  'ls && rm a',
  'cat a > b',
  'cat $(rm a)',
  'echo `rm a`',
  'ls | sh',
  'ls\nrm a',
  'echo $HOME',
  'ls *',
  "cat 'a b'",
  'git -c core.pager=x log',
  'git diff --output=a',
  'git log --outp=a',
  'git diff --ext-diff',
  'git diff --textconv',
  'git commit -m x',
  'git branch x',
  'sudo ls',
  'A=1 ls',
  '',
])('`%s` needs permission', (command) => {
  expect(isReading(bash(command))).toBe(false);
});

test('tools that read or arrange work are harmless; while a person is waited for, only reading goes on', () => {
  for (const tool of ['Read', 'Glob', 'Grep', 'TodoWrite']) expect(isReading({ tool, input: {} })).toBe(true);
  for (const tool of ['Agent', 'ToolSearch']) {
    expect(isHarmless({ tool, input: {} })).toBe(true);
    expect(isReading({ tool, input: {} })).toBe(false);
  }
  for (const tool of ['Write', 'WebFetch', 'mcp__x__y']) expect(isHarmless({ tool, input: {} })).toBe(false);
  expect(isReading({ tool: 'Bash', input: { command: 'tail -f a', run_in_background: true } })).toBe(false);
});

test('the same call has the same key, in whatever order its input is written', () => {
  const one = ask('Bash', { command: 'x', timeout: 1 }).permission;
  expect(ask('Bash', { timeout: 1, command: 'x' }).permission.callKey).toBe(one.callKey);
  expect(ask('Bash', { command: 'x', timeout: 2 }).permission.callKey).not.toBe(one.callKey);
  expect(ask('Bash', { command: 'x', timeout: 2 }).permission.ruleKey).toBe(one.ruleKey);
  expect(ask('PowerShell', { command: 'x' }).permission.ruleKey).not.toBe(one.ruleKey);
});

test.each<[string, Record<string, unknown>, string]>([
  ['Write', { file_path: '/w/a.md', content: 'x' }, 'Edit files in the workspace'],
  ['Edit', { file_path: 'b.md' }, 'Edit files in the workspace'],
  ['Write', { file_path: '/w/.git/config', content: 'x' }, 'Write /w/.git/config'],
  ['Bash', { command: 'npm test' }, 'Run exactly this command'],
  ['WebFetch', { url: 'https://example.com/a?b', prompt: 'x' }, 'Read web pages of example.com'],
  ['WebFetch', { url: 'nonsense' }, 'Use the tool WebFetch'],
  ['WebSearch', { query: 'x' }, 'Use the tool WebSearch'],
])('%s: what "for this task" allows', (tool, input, rule) => {
  expect(ask(tool, input).permission.rule).toBe(rule);
});

test('all edits share a rule, each command and each host has its own', () => {
  const key = (tool: string, input: Record<string, unknown>) => ask(tool, input).permission.ruleKey;
  expect(key('Write', { file_path: 'a' })).toBe(key('Edit', { file_path: 'b' }));
  expect(key('Write', { file_path: '.git/hooks/x' })).not.toBe(key('Write', { file_path: 'a' }));
  expect(key('Bash', { command: 'a' })).not.toBe(key('Bash', { command: 'b' }));
  expect(key('WebFetch', { url: 'https://a.b/1' })).toBe(key('WebFetch', { url: 'https://a.b/2' }));
});

test('rules are said in the language of the task, and mean the same', () => {
  const call = { tool: 'Bash', input: { command: 'npm test' } };
  const korean = permissionFor(call, { workspace: '/w', redact, language: 'ko' }).permission;
  expect(korean.rule).toBe('이 명령을 그대로 실행');
  expect(korean.ruleKey).toBe(ask('Bash', { command: 'npm test' }).permission.ruleKey);
});
