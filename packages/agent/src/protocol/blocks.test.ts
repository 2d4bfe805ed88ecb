import { expect, test } from 'vitest';
import { createProtocolParser } from './parser.ts';
import type { BlockTag, ProtocolSignal } from './signal.ts';

function parse(...pieces: string[]): ProtocolSignal[] {
  const parser = createProtocolParser();
  return [...pieces.flatMap((piece) => parser.feed(piece)), ...parser.endOfTurn()];
}

const block = (tag: BlockTag, ...lines: string[]): string => [`[${tag}]`, ...lines, `[/${tag}]`].join('\n');
const dependency = (...lines: string[]): string => block('DEPENDENCY_REQUEST', ...lines);
const question = (...lines: string[]): string => block('USER_QUESTION', ...lines);
const error = (...lines: string[]): string => block('ERROR', ...lines);

const KEY: ProtocolSignal = {
  kind: 'dependency',
  type: 'api_key',
  name: 'OPENAI_API_KEY',
  description: 'needed to call the OpenAI API',
  required: true,
};
const KEY_LINES = ['type: api_key', 'name: OPENAI_API_KEY', 'description: needed to call the OpenAI API'];
const ASK: ProtocolSignal = {
  kind: 'question',
  category: 'business',
  question: 'How will the product earn money?',
  options: ['Paid subscription', 'Freemium', 'Ads'],
  default: 'Freemium',
  required: false,
};
const ASK_LINES = [
  'category: business',
  'question: How will the product earn money?',
  'options:',
  '  - Paid subscription',
  '  - Freemium',
  '  - Ads',
  'default: Freemium',
  'required: false',
];
const FAILED: ProtocolSignal = {
  kind: 'error',
  type: 'execution_failed',
  message: 'The build fails',
  details: null,
};
const FAILED_LINES = ['type: execution_failed', 'message: The build fails'];

test.each<[string, string, ProtocolSignal[]]>([
  ['a dependency', dependency(...KEY_LINES, 'required: true'), [KEY]],
  ['required is the default', dependency(...KEY_LINES), [KEY]],
  ['a question', question(...ASK_LINES), [ASK]],
  ['an error', error(...FAILED_LINES), [FAILED]],
  ['two in a row', `${question(...ASK_LINES)}\n${error(...FAILED_LINES)}`, [ASK, FAILED]],
  ['CRLF', dependency(...KEY_LINES).replaceAll('\n', '\r\n'), [KEY]],
  ['indented', dependency(...KEY_LINES).replaceAll(/^/gm, ' \t  '), [KEY]],
  ['bold tags', `**[ERROR]**\n${FAILED_LINES.join('\n')}\n**[/ERROR]**`, [FAILED]],
  ['tags as code around a whole block', `\`[ERROR]\`\n${FAILED_LINES.join('\n')}\n\`[/ERROR]\``, [FAILED]],
  ['keys in any case', dependency('TYPE: API Key', 'Name: OPENAI_API_KEY', KEY_LINES[2] ?? ''), [KEY]],
  [
    'keys and values that are marked up',
    dependency(
      '**type**: `api_key`',
      '**name:** "OPENAI_API_KEY"',
      '`description`: needed to call the OpenAI API',
    ),
    [KEY],
  ],
  ['a full-width colon', error('type： execution_failed', 'message：The build fails'), [FAILED]],
  ['blank lines between', error('', FAILED_LINES[0] ?? '', '', FAILED_LINES[1] ?? '', ''), [FAILED]],
  ['the closing tag after a value', `[ERROR]\n${FAILED_LINES.join('\n')} [/ERROR]`, [FAILED]],
  ['text before the first key', error('Sorry:', ...FAILED_LINES), [FAILED]],
  [
    'control characters go',
    error('type: execution_failed', 'message: The \u0000build\u001b fails'),
    [FAILED],
  ],
  [
    'a marker after a block',
    `${error(...FAILED_LINES)}\n=== STEP 1.3 COMPLETE ===`,
    [FAILED, { kind: 'step', phase: 1, step: 3 }],
  ],
  [
    'a block ends the list of documents',
    `=== PHASE 1 COMPLETE ===\nDocuments:\n- a\n${error(...FAILED_LINES)}`,
    [{ kind: 'phase', phase: 1, documents: ['a'] }, FAILED],
  ],
])('%s', (_, text, signals) => {
  expect(parse(text)).toEqual(signals);
  expect(parse(...text)).toEqual(signals);
});

test.each<[string, readonly string[], Partial<Extract<ProtocolSignal, { kind: 'question' }>>]>([
  ['numbers', ['options:', '1. a', '2) b'], { options: ['a', 'b'] }],
  [
    'stars, and an item over two lines',
    ['options:', '* a', '  and more', '* b'],
    { options: ['a and more', 'b'] },
  ],
  ['in brackets', ['options: [Yes, "No, never", \'it is\']'], { options: ['Yes', 'No, never', 'it is'] }],
  ['without signs', ['options:', 'a', '', 'b'], { options: ['a', 'b'] }],
  ['plain text is one option', ['options: A | B'], { options: ['A | B'] }],
  ['repeated and empty ones go', ['options:', '- a', '-', '- a', '- `b`'], { options: ['a', 'b'] }],
  ['boxes to tick', ['options:', '- [ ] a', '- [x] b'], { options: ['a', 'b'] }],
  [
    'twenty',
    ['options:', ...Array.from({ length: 20 }, (_, n) => `- ${n}`)],
    { options: Array.from({ length: 20 }, (_, n) => `${n}`) },
  ],
  ['none', [], { options: [], category: 'clarification' }],
  ['a default that is not offered', ['options:', '- a', 'default: b c'], { options: ['a'], default: 'b c' }],
  ['no default', ['default:'], { default: null }],
  ['null is no default', ['default: null'], { default: null }],
  ['no', ['required: no'], { required: false }],
  ['아니오', ['required: 아니오'], { required: false }],
  ['예', ['required: 예'], { required: true }],
  ['yes', ['required: Yes'], { required: true }],
  ['a word and a reason', ['required: false (there is a default)'], { required: false }],
  ['a category', ['category: Confirmation'], { category: 'confirmation' }],
])('a question: %s', (_, lines, expected) => {
  expect(parse(question('question: Which?', ...lines))).toEqual([
    {
      kind: 'question',
      category: expected.options?.length ? 'choice' : 'clarification',
      question: 'Which?',
      options: [],
      default: null,
      required: true,
      ...expected,
    },
  ]);
});

test('a value goes over lines until the next key; fenced code in it is its content', () => {
  const text = error(
    'type: execution_failed',
    'message: The build fails',
    'details: |',
    '  first',
    '    deeper',
    '  ```',
    '  [/ERROR]',
    '  message: not a key here',
    '  ```',
    '  note: neither is this',
    '  type: nor one that was given',
  );
  expect(parse(text)).toEqual([
    {
      ...FAILED,
      details:
        'first\n  deeper\n```\n[/ERROR]\nmessage: not a key here\n```\nnote: neither is this\ntype: nor one that was given',
    },
  ]);
  expect(parse(question('question: First line', 'second line', 'required: false'))).toMatchObject([
    { question: 'First line\nsecond line', required: false },
  ]);
  expect(parse(dependency('type: file', 'name:', '  logo.svg', 'description:'))).toEqual([
    { kind: 'dependency', type: 'file', name: 'logo.svg', description: '', required: true },
  ]);
});

test.each<[string, string, BlockTag, string]>([
  ['unclosed', '[USER_QUESTION]\nquestion: a', 'USER_QUESTION', 'not closed: end it with [/USER_QUESTION]'],
  ['nothing in it', question(), 'USER_QUESTION', 'question is missing'],
  ['an empty question', question('question:  ', 'required: true'), 'USER_QUESTION', 'question is missing'],
  ['an unknown category', question('category: money', 'question: a'), 'USER_QUESTION', 'one of business, '],
  ['required is neither', question('question: a', 'required: maybe'), 'USER_QUESTION', 'true or false'],
  [
    '21 options',
    question('question: a', 'options:', ...Array.from({ length: 21 }, (_, n) => `- ${n}`)),
    'USER_QUESTION',
    'more than 20',
  ],
  ['an unknown type', dependency('type: money', 'name: a'), 'DEPENDENCY_REQUEST', 'one of api_key, '],
  [
    'the template itself',
    dependency('type: api_key | file', 'name: a'),
    'DEPENDENCY_REQUEST',
    'one of api_key, ',
  ],
  ['no type', dependency('name: a'), 'DEPENDENCY_REQUEST', 'type must be one of'],
  ['no name', dependency('type: file', 'name: ""'), 'DEPENDENCY_REQUEST', 'name is missing'],
  [
    'a long name',
    dependency('type: file', `name: ${'a'.repeat(256)}`),
    'DEPENDENCY_REQUEST',
    'longer than 255',
  ],
  [
    'no name of a variable',
    dependency('type: api_key', 'name: my key'),
    'DEPENDENCY_REQUEST',
    'only letters',
  ],
  [
    'a reserved name',
    dependency('type: env_variable', 'name: PATH'),
    'DEPENDENCY_REQUEST',
    'PATH is reserved',
  ],
  ['an unknown error', error('type: bad', 'message: a'), 'ERROR', 'one of missing_file, '],
  ['no message', error('type: missing_file'), 'ERROR', 'message is missing'],
  [
    'closed by another tag',
    '[ERROR]\ntype: missing_file\nmessage: a\n[/USER_QUESTION]',
    'ERROR',
    'closed with [/USER_QUESTION]',
  ],
  ['long', question(`question: ${'a'.repeat(20_000)}`), 'USER_QUESTION', 'longer than 16384'],
  [
    'long, over many lines',
    question('question: a', ...Array<string>(2000).fill('0123456789')),
    'USER_QUESTION',
    'longer than 16384',
  ],
  ['an unclosed fence in it', error(...FAILED_LINES, 'details:', '```'), 'ERROR', 'not closed'],
])('malformed: %s', (_, text, tag, problem) => {
  const expected = [{ kind: 'malformed', block: tag, problem: expect.stringContaining(problem) as string }];
  expect(parse(text)).toEqual(expected);
  expect(parse(...text)).toEqual(expected);
});

test('a block that was not closed ends at the next tag or marker, which counts', () => {
  const unclosed = { kind: 'malformed', block: 'USER_QUESTION' };
  const start = '[USER_QUESTION]\nquestion: a\n';
  expect(parse(`${start}${question(...ASK_LINES)}`)).toMatchObject([unclosed, ASK]);
  expect(parse(`${start}${error(...FAILED_LINES)}\n[/USER_QUESTION]`)).toMatchObject([unclosed, FAILED]);
  expect(parse(`${start}=== STEP 1.3 COMPLETE ===`)).toMatchObject([unclosed, { kind: 'step' }]);
});

test('a tool use ends a block', () => {
  const parser = createProtocolParser();
  expect(parser.feed('[ERROR]\ntype: missing_file\n')).toEqual([]);
  expect(parser.toolUse()).toMatchObject([{ kind: 'malformed', block: 'ERROR' }]);
  expect(parser.feed('message: a\n[/ERROR]\n')).toEqual([]);
  expect(parser.endOfTurn()).toEqual([]);
});

test.each([
  ['fenced', `\`\`\`\n${error(...FAILED_LINES)}\n\`\`\``],
  ['fenced by tildes', `~~~text\n${error(...FAILED_LINES)}\n~~~`],
  ['quoted', error(...FAILED_LINES).replaceAll(/^/gm, '> ')],
  ['in a sentence', 'I close it with [/ERROR] and open it with [ERROR] then.'],
  ['not alone', '[ERROR] The build fails\n[/ERROR]'],
  ['inline code', 'Write `[USER_QUESTION]` first.'],
  ['inline code alone on a line', 'Questions begin with:\n`[USER_QUESTION]`\nand that is it.'],
  ['a stray closing tag', '[/USER_QUESTION]'],
  ['another case', '[error]\ntype: missing_file\nmessage: a\n[/error]'],
  ['what build tools print', '[ERROR]\nFailed to execute goal'],
])('no signal: %s', (_, text) => {
  expect(parse(text)).toEqual([]);
});

test('a block may be cut by messages anywhere, and a message may end without a line break', () => {
  const text = `${question(...ASK_LINES)}\n`;
  for (let at = 1; at < text.length; at += 1) {
    const parser = createProtocolParser();
    const before = parser.feed(text.slice(0, at));
    parser.messageBoundary();
    expect([...before, ...parser.feed(text.slice(at)), ...parser.endOfTurn()], `cut at ${at}`).toEqual([ASK]);
  }
  const parser = createProtocolParser();
  parser.feed('Let me ask.');
  parser.messageBoundary();
  parser.feed(text.trimEnd().replace('\n[/USER_QUESTION]', ''));
  parser.messageBoundary();
  parser.feed('[/USER_QUESTION]');
  expect(parser.endOfTurn()).toEqual([ASK]);
});
