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
