import { expect, test } from 'vitest';
import { callText, ruleKey } from './permission-rule.ts';

const keyOf = (tool: string, rule: string) => ruleKey({ tool, rule, summary: '' });

test('what a rule allows is said by tool, and never as more than it is', () => {
  expect(keyOf('Bash', 'Run exactly this command: npm test')).toBe('ruleCommand');
  expect(keyOf('Write', 'Edit files in the workspace')).toBe('ruleFiles');
  expect(keyOf('Write', 'Write /project/.git/hooks/pre-commit')).toBe('rule');
  expect(keyOf('WebFetch', 'Read web pages of example.com')).toBe('rule');
  expect(keyOf('Bash', '')).toBeNull();
});

test('the name of the tool is not said twice', () => {
  expect(callText({ tool: 'Write', summary: 'Write docs/a.md', rule: '' })).toBe('docs/a.md');
  expect(callText({ tool: 'Bash', summary: 'npm test', rule: '' })).toBe('npm test');
});
