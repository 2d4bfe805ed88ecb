import { expect, test } from 'vitest';
import { describeCall } from './describe-call.ts';

const redact = (text: string) => text.replaceAll(/s3\ncret|s3cret/g, '[redacted]');
const describe = (tool: string, input: Record<string, unknown>, language: 'en' | 'ko' = 'en') =>
  describeCall({ tool, input }, { workspace: '/w', redact, language });
const lines = (count: number, word = 'line') =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);

test('a command is shown whole, with what the agent says of it', () => {
  const command = `echo s3cret\n${'x'.repeat(300)}`;
  expect(describe('Bash', { command, description: 'Print s3cret', timeout: 5 })).toEqual({
    summary: `echo [redacted]\n${'x'.repeat(300)}`,
    description: 'Print [redacted]',
  });
  expect(describe('PowerShell', { command: 'ls' })).toEqual({ summary: 'ls', description: '' });
});

test('a file that is written: its path and the first lines', () => {
  const short = { file_path: '/w/docs/a.md', content: '# A\n\nText\n' };
  expect(describe('Write', short)).toEqual({ summary: 'Write docs/a.md', description: '# A\n\nText' });
  const long = { file_path: '/w/a.md', content: lines(40).join('\n') };
  expect(describe('Write', long).description.split('\n')).toEqual([...lines(8), '… 32 more lines']);
  expect(describe('Write', long, 'ko').description).toContain('… 32줄 더 있음');
  expect(describe('Write', { file_path: '/w/a.md', content: lines(9).join('\n') }).description).toContain(
    '\n… 1 more line',
  );
  expect(describe('NotebookEdit', { notebook_path: '/w/n.ipynb', new_source: 'x = 1' })).toEqual({
    summary: 'Edit n.ipynb',
    description: 'x = 1',
  });
  expect(describe('Write', { file_path: '/w/empty', content: '' }).description).toBe('');
});

test('an edit: what goes and what comes, without what stays', () => {
  const edit = { file_path: '/w/a.ts', old_string: 'one\ntwo\nthree', new_string: 'one\n2\n2b\nthree' };
  expect(describe('Edit', edit)).toEqual({ summary: 'Edit a.ts', description: '- two\n+ 2\n+ 2b' });
  const { description } = describe('Edit', {
    file_path: '/w/a.ts',
    old_string: lines(10, 'old').join('\n'),
    new_string: lines(10, 'new').join('\n'),
  });
  expect(description.split('\n')).toEqual([...lines(4, '- old'), ...lines(4, '+ new'), '… 12 more lines']);
  const edits = [
    { old_string: 'a', new_string: 'b' },
    { old_string: 'c', new_string: '' },
  ];
  expect(describe('MultiEdit', { file_path: '/w/a.ts', edits }).description).toBe('- a\n+ b\n- c');
});

test('other tools: the name and a line of the input, the rest as fields', () => {
  expect(describe('WebFetch', { url: 'https://a.b/c', prompt: 'Read s3cret\nand more' })).toEqual({
    summary: 'WebFetch https://a.b/c',
    description: 'prompt: Read [redacted]',
  });
  expect(describe('mcp__x__y', { limit: 5, options: { deep: true, list: ['q'] } })).toEqual({
    summary: 'mcp__x__y limit: 5',
    description: 'options.deep: true\noptions.list.0: q',
  });
  expect(describe('mcp__x__y', {})).toEqual({ summary: 'mcp__x__y', description: '' });
});

test('secrets are found before anything is cut, and nothing is longer than it may be', () => {
  const content = [...lines(7), 'end s3', 'cret', ...lines(20)].join('\n');
  const written = describe('Write', { file_path: '/w/a', content }).description;
  expect(written).toContain('end [redacted]');
  const wide = Array.from({ length: 20 }, () => 'y'.repeat(5_000)).join('\n');
  for (const [tool, input] of [
    ['Write', { file_path: '/w/a', content: wide }],
    ['Bash', { command: 'x', description: wide }],
    ['WebFetch', { url: 'u', ...Object.fromEntries(lines(20).map((name) => [name, wide])) }],
  ] as const) {
    expect(describe(tool, input).description.length).toBeLessThanOrEqual(1_000);
  }
});
