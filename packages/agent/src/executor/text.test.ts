import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cut, logData } from './log-data.ts';
import { MainText } from './main-text.ts';
import { createRedactor, createStreamRedactor } from './redactor.ts';
import { TextFlow } from './text-flow.ts';
import { oneLine, summarizeToolUse } from './tool-summary.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('whole lines flow at once, then every 20 ms, the rest at the end of the block', () => {
  const lines: string[] = [];
  const flow = new TextFlow((text) => lines.push(text));
  flow.add('on');
  expect(lines).toEqual([]);
  flow.add('e\ntw');
  expect(lines).toEqual(['one']);
  flow.add('o\nthree\n');
  expect(lines).toEqual(['one']);
  vi.advanceTimersByTime(19);
  expect(lines).toEqual(['one']);
  vi.advanceTimersByTime(1);
  expect(lines).toEqual(['one', 'two\nthree']);
  flow.add('\nlast');
  flow.end();
  expect(lines).toEqual(['one', 'two\nthree', '\nlast']);
  flow.end();
  expect(lines).toHaveLength(3);
});

test('log lines joined give the text again', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b\n', '\n\n', 'c\nd'), fc.nat(30))), (pieces) => {
      const lines: string[] = [];
      const flow = new TextFlow((text) => lines.push(text));
      for (const [piece, wait] of pieces) {
        flow.add(piece);
        vi.advanceTimersByTime(wait);
      }
      flow.end();
      const text = pieces.map(([piece]) => piece).join('');
      expect(lines.join('\n')).toBe(text.endsWith('\n') ? text.slice(0, -1) : text);
    }),
  );
});

test('a secret is never cut, whatever is passed on early', () => {
  const { safeEnd } = createStreamRedactor(['split\nover lines', 'one-long-secret']);
  const lines: string[] = [];
  const flow = new TextFlow((text) => lines.push(text), safeEnd);
  flow.add('first\nsplit\nover');
  expect(lines).toEqual(['first']);
  flow.add(' lines\n');
  vi.advanceTimersByTime(20);
  expect(lines).toEqual(['first', 'split\nover lines']);
  flow.add(`${'x'.repeat(16 * 1024)}one-long`);
  flow.add('-secret.');
  flow.end();
  expect(lines.filter((line) => line.includes('one-long'))).toEqual(['one-long-secret.']);
});

test('a complete message adds only what did not stream', () => {
  const pieces: string[] = [];
  const text = new MainText((piece) => pieces.push(piece));
  text.messageStart('m1');
  text.blockStart();
  text.delta('Hel');
  text.delta('lo');
  text.complete('m1', 'Hello');
  text.blockStart();
  text.delta('Second');
  text.complete('m1', 'Second block');
  text.complete('m2', 'Not streamed');
  text.complete('m3', 'Hello');
  expect(pieces).toEqual(['Hel', 'lo', 'Second', ' block', 'Not streamed', 'Hello']);
});

test('secrets are taken out of every string, and large data is cut to 64 KiB of JSON', () => {
  const redact = createRedactor(['KEYS', '12345678']);
  const small = { command: 'x', list: [1, null, true] };
  expect(logData(small, redact)).toBe(small);
  expect(logData({ a: [{ b: 'my KEYS', KEYS: 12345678 }] }, redact)).toEqual({
    a: [{ b: 'my [redacted]', '[redacted]': '[redacted]' }],
  });
  const large = logData({ content: 'x'.repeat(500_000), path: 'p' }, redact) as {
    content: string;
    path: string;
  };
  expect(large.path).toBe('p');
  expect(large.content).toMatch(/x… \[491808 characters cut\]$/);
  const many = logData(
    Array.from({ length: 100_000 }, (_, index) => `item ${index}`),
    redact,
  );
  expect(JSON.stringify(many).length).toBeLessThan(64 * 1024);
  expect(cut('abc', 3)).toBe('abc');
});

test.each([
  ['Write', { file_path: '/w/docs/a.md', content: 'x' }, 'Write docs/a.md'],
  ['Read', { file_path: '/etc/hosts' }, 'Read /etc/hosts'],
  ['Bash', { command: 'npm test\nsecond line', description: 'Run' }, 'Bash npm test'],
  ['Agent', { description: 'Look around', prompt: 'long' }, 'Agent Look around'],
  ['mcp__ccs__complete_step', { phase: 1, step: 3 }, 'complete_step 1.3'],
  ['mcp__ccs__complete_phase', { phase: 2, summary: 's' }, 'complete_phase 2'],
  ['Odd', {}, 'Odd'],
])('%s in one line', (tool, input, summary) => {
  expect(summarizeToolUse(tool, input, '/w', (text) => text)).toBe(summary);
});

test('one line is the first that says something, and short', () => {
  expect(oneLine('\n\n  hello \nworld')).toBe('hello');
  expect(oneLine('x'.repeat(500))).toHaveLength(200);
});
