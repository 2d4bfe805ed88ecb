import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProtocolParser } from './parser.ts';
import type { ProtocolSignal } from './signal.ts';

const STEP: ProtocolSignal = { kind: 'step', phase: 1, step: 3 };
const phase = (...documents: string[]): ProtocolSignal => ({ kind: 'phase', phase: 1, documents });

/** The signals in a text that arrives in these pieces and then ends its turn. */
function parse(...pieces: string[]): ProtocolSignal[] {
  const parser = createProtocolParser();
  return [...pieces.flatMap((piece) => parser.feed(piece)), ...parser.endOfTurn()];
}

test.each<[string, string, ProtocolSignal[]]>([
  ['a step', '=== STEP 1.3 COMPLETE ===\n', [STEP]],
  ['a line that the end of the turn ends', 'Done.\n=== STEP 1.3 COMPLETE ===', [STEP]],
  ['indented', '   \t=== STEP 1.3 COMPLETE ===\n', [STEP]],
  ['CRLF', 'x\r\n=== STEP 1.3 COMPLETE ===\r\ny\r\n', [STEP]],
  ['bold', '**=== STEP 1.3 COMPLETE ===**\n', [STEP]],
  ['two in a row', '=== STEP 1.3 COMPLETE ===\n=== PHASE 1 COMPLETE ===\n', [STEP, phase()]],
  ['not alone on its line', 'I will write === STEP 1.3 COMPLETE === soon\n', []],
  ['inline code', '`=== STEP 1.3 COMPLETE ===`\n', []],
  ['quoted', '> === STEP 1.3 COMPLETE ===\n', []],
  ['fenced', '```\n=== STEP 1.3 COMPLETE ===\n```\n', []],
  ['fenced with an info string', '```text\n=== STEP 1.3 COMPLETE ===\n```\n', []],
  ['fenced by tildes', '~~~\n```\n=== STEP 1.3 COMPLETE ===\n~~~\n', []],
  ['a longer fence holds a shorter one', '````\n```\n=== STEP 1.3 COMPLETE ===\n````\n', []],
  ['a longer fence closes', '```\ncode\n`````\n=== STEP 1.3 COMPLETE ===\n', [STEP]],
  ['a closing fence has no info string', '```\n```js\n=== STEP 1.3 COMPLETE ===\n```\n', []],
  ['backticks in the info string are inline code', '``` `x` ```\n=== STEP 1.3 COMPLETE ===\n', [STEP]],
  [
    'a fence in a list item',
    '- ```\n  === STEP 1.3 COMPLETE ===\n  ```\n=== STEP 1.3 COMPLETE ===\n',
    [STEP],
  ],
  ['an unclosed fence lasts to the end', '```\n=== STEP 1.3 COMPLETE ===\n', []],
  ['after a closed fence', '```\ncode\n```\n=== STEP 1.3 COMPLETE ===\n', [STEP]],
  [
    'the lines after a phase, English',
    '=== PHASE 1 COMPLETE ===\nCompleted: Phase 1 (Planning)\nDocuments:\n- a.md\n* `b c.md`\n\nBye\n- d.md',
    [phase('a.md', 'b c.md')],
  ],
  [
    'the lines after a phase, Korean',
    '=== PHASE 1 COMPLETE ===\n완료: Phase 1 (기획)\n생성된 문서:\n- docs/planning/01_idea.md\n',
    [phase('docs/planning/01_idea.md')],
  ],
  ['a list without its heading is not documents', '=== PHASE 1 COMPLETE ===\n- a.md\n', [phase()]],
  ['a fence ends the lines', '=== PHASE 1 COMPLETE ===\nDocuments:\n- a\n```\n- b\n```\n', [phase('a')]],
])('%s', (_, text, signals) => {
  expect(parse(text)).toEqual(signals);
});

test('a marker may be cut by the end of a message, and a message may end without a line break', () => {
  const parser = createProtocolParser();
  expect(parser.feed('=== STEP 1')).toEqual([]);
  parser.messageBoundary();
  expect(parser.feed('.3 COMPLETE ===\nWell')).toEqual([STEP]);
  parser.messageBoundary();
  expect(parser.feed('=== STEP 1.3 COMPLETE ===\n')).toEqual([STEP]);
  parser.feed('=== PHASE 1 COMPLETE ===\nDocuments:\n- a');
  parser.messageBoundary();
  parser.feed('.md\n');
  expect(parser.endOfTurn()).toEqual([phase('a.md')]);
});

test('a tool use ends a line and an open code block', () => {
  const parser = createProtocolParser();
  expect(parser.feed('```\nI forgot to close this\n=== STEP 1.3 COMPLETE ===')).toEqual([]);
  expect(parser.toolUse()).toEqual([]);
  expect(parser.feed('=== STEP 1.3 COMPLETE ===')).toEqual([]);
  expect(parser.toolUse()).toEqual([STEP]);
  expect(parser.toolUse()).toEqual([]);
});

const line = fc.oneof(
  fc.constantFrom(
    '=== STEP 1.3 COMPLETE ===',
    '  === PHASE 1 COMPLETE ===\r',
    '완료: Phase 1 (기획)',
    'Documents:',
    '- docs/a.md',
    '```',
    '````js',
    '~~~',
    '> quote',
    '',
  ),
  fc.string(),
);
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

test('any cut into pieces gives the same signals', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(400), { maxLength: 20 }), (whole, cuts) => {
      const at = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
      const pieces = at.slice(1).map((end, index) => whole.slice(at[index], end));
      expect(parse(...pieces)).toEqual(parse(whole));
      expect(parse(...whole)).toEqual(parse(whole));
    }),
    { numRuns: 500 },
  );
});

test('it never throws, whatever comes in whatever order', () => {
  const action = fc.oneof(
    text.map((value) => ({ feed: value })),
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
      expect(parser.feed('=== STEP 1.3 COMPLETE ===\n')).toEqual([STEP]);
    }),
  );
});

test('a marker cut by message boundaries anywhere is found', () => {
  const marker = '=== STEP 1.3 COMPLETE ===\n';
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(marker.length), { maxLength: 6 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), marker.length];
      const parser = createProtocolParser();
      const found = at.slice(1).flatMap((end, index) => {
        parser.messageBoundary();
        return parser.feed(marker.slice(at[index], end));
      });
      expect([...found, ...parser.endOfTurn()]).toEqual([STEP]);
    }),
  );
});

test.each([
  ['one line', 'x'.repeat(1000)],
  ['short lines', '=== STEP 1.x\n'],
  ['open fences', '```\n'],
  ['spaces', ' '.repeat(1000)],
  ['list markers', '- '.repeat(500)],
  ['equals signs', '='.repeat(1000)],
])('time grows with the length, not faster: %s', (_, unit) => {
  const time = (megabytes: number): number => {
    const piece = unit.repeat(Math.ceil(65_536 / unit.length));
    const parser = createProtocolParser();
    const started = process.cpuUsage().user;
    for (let size = 0; size < megabytes * 1024 * 1024; size += piece.length) parser.feed(piece);
    parser.endOfTurn();
    return process.cpuUsage().user - started;
  };
  time(1);
  const small = Math.max(time(1), 5_000);
  // Ten times the text in far less than the hundred times the work that a quadratic parser needs.
  expect(time(10) / small).toBeLessThan(40);
});
