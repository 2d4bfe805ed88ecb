import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProtocolParser } from './parser.ts';
import type { ProtocolSignal } from './signal.ts';

/** The signals in a text that arrives in these pieces and then ends its turn. */
function parse(pieces: Iterable<string>): ProtocolSignal[] {
  const parser = createProtocolParser();
  const signals = Array.from(pieces, (piece) => parser.feed(piece)).flat();
  return [...signals, ...parser.endOfTurn()];
}

const prose = fc.oneof(
  fc.constantFrom(
    'The list shows a streak.',
    '목록은 연속 기록을 보여 줍니다. 🦊',
    'Need API key for FIGMA_ACCESS_TOKEN',
    'OPENAI_API_KEY 환경 변수가 필요합니다',
    '- docs/a.md',
    '> [USER_QUESTION]',
    'Write `[ERROR]` and close it.',
    '',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
);
const marker = fc.constantFrom(
  '=== STEP 1.3 COMPLETE ===',
  '  **=== PHASE 1 COMPLETE ===**',
  '완료: Phase 1 (기획)',
  'Documents:',
);
const fence = fc.constantFrom('```', '````js', '~~~', '- ```', '  ~~~~');
const tag = fc.constantFrom(
  '[DEPENDENCY_REQUEST]',
  '[/DEPENDENCY_REQUEST]',
  '[USER_QUESTION]',
  '[/USER_QUESTION]',
  '[ERROR]',
  '[/ERROR]',
  '**[ERROR]**',
  '`[USER_QUESTION]`',
  '`[/USER_QUESTION]`',
  '[ERROR] x',
  'x [/ERROR]',
);
const field = fc.constantFrom(
  'type: api_key',
  'type: missing_file',
  'Name: A_KEY',
  'name: PATH',
  'description: |',
  'required: 아니오',

  'question: Which?',
  'options:',
  'options: [a, b]',
  '- a',
  '1. b',
  'default: a',
  'message: it',
  '**details:** x',
);
const block = fc
  .tuple(tag, fc.array(fc.oneof(field, field, prose, fence), { maxLength: 8 }), tag)
  .map(([open, lines, close]) => [open, ...lines, close]);
const wholeBlock = fc.constantFrom(
  ['[USER_QUESTION]', 'question: Which?', 'options:', '- a', '- b', '[/USER_QUESTION]'],
  ['[DEPENDENCY_REQUEST]', 'type: api_key', 'name: A_KEY', '[/DEPENDENCY_REQUEST]'],
  ['[ERROR]', 'type: missing_file', 'message: 없음', '[/ERROR]'],
);
const paragraph = fc.oneof(
  wholeBlock,
  fc.array(prose, { maxLength: 4 }),
  block,
  fc.oneof(marker, fence, tag, field).map((line) => [line]),
);
const lineBreak = fc.constantFrom('\n', '\r\n');
const transcript = fc
  .array(fc.tuple(paragraph, lineBreak, fc.constantFrom('', '  ', '\t')), { maxLength: 12 })
  .map((parts) =>
    parts.map(([lines, end, indent]) => lines.map((line) => `${indent}${line}${end}`).join('')).join(''),
  );

const KINDS = ['dependency', 'error', 'hint', 'malformed', 'phase', 'question', 'step'];

test('any cut into pieces gives the same signals', () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(transcript, fc.array(fc.nat(2000), { maxLength: 20 }), (whole, cuts) => {
      const at = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
      const expected = parse([whole]);
      for (const { kind } of expected) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      expect(parse(at.slice(1).map((end, index) => whole.slice(at[index], end)))).toEqual(expected);
      expect(parse(whole)).toEqual(expected);
      expect(parse(whole.split(''))).toEqual(expected);
    }),
    { numRuns: 1500 },
  );
  // The grammar is one of signals, not of noise.
  expect([...kinds.keys()].sort()).toEqual(KINDS);
  expect(Math.min(...kinds.values())).toBeGreaterThan(20);
});

test('it never throws, whatever comes in whatever order, and starts anew after a turn', () => {
  const action = fc.oneof(
    fc.oneof(transcript, fc.string({ unit: 'binary' })).map((text) => ({ feed: text })),
    fc.constantFrom('messageBoundary' as const, 'toolUse' as const, 'endOfTurn' as const),
  );
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      const parser = createProtocolParser();
      for (const next of actions) {
        if (typeof next === 'string') parser[next]();
        else parser.feed(next.feed);
      }
      parser.endOfTurn();
      expect(parser.endOfTurn()).toEqual([]);
      expect(parser.feed('=== STEP 1.3 COMPLETE ===\n')).toEqual([{ kind: 'step', phase: 1, step: 3 }]);
    }),
    { numRuns: 500 },
  );
});

test('nothing in a fenced block is a signal', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(prose, marker, tag, field, fence), { maxLength: 20 }), (lines) => {
      const text = lines.map((line) => line.replace(/[`~]{5,}|[\r\n]/g, ''));
      expect(parse([['``````', ...text, '``````', ''].join('\n')])).toEqual([]);
    }),
  );
});

test('a marker cut by message boundaries anywhere is found', () => {
  const text = '=== STEP 1.3 COMPLETE ===\n';
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), text.length];
      const parser = createProtocolParser();
      const found = at.slice(1).flatMap((end, index) => {
        parser.messageBoundary();
        return parser.feed(text.slice(at[index], end));
      });
      expect([...found, ...parser.endOfTurn()]).toEqual([{ kind: 'step', phase: 1, step: 3 }]);
    }),
  );
});
