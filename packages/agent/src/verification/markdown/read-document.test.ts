import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';

const kinds = (text: string) =>
  readDocument(text).map(({ kind, level, text: words }) => `${kind}${level || ''} ${words}`.trim());

test('tells headings, text, code, rules and front matter apart', () => {
  const text = `---
title: x
---
# Title #

Under
=====
Also under
---
- item
---
| a | b |
|---|:-:|
| 1 | 2 |

\`\`\`sh
# no heading
\`\`\`
####### seven is text
#no space
## C#
* * *`;
  expect(kinds(text)).toEqual([
    'front_matter ---',
    'front_matter title: x',
    'front_matter ---',
    'heading1 Title',
    'blank',
    'heading1 Under',
    'rule =====',
    'heading2 Also under',
    'rule ---',
    'text - item',
    'rule ---',
    'text | a | b |',
    'rule |---|:-:|',
    'text | 1 | 2 |',
    'blank',
    'code ```sh',
    'code # no heading',
    'code ```',
    'text ####### seven is text',
    'text #no space',
    'heading2 C#',
    'rule * * *',
  ]);
});

test('comments are not visible, over several lines either; code in them opens no block', () => {
  const lines = readDocument('a <!-- b --> c\n<!--\n```\n# no\n-->\nd <!-- open\nend');
  expect(lines.map(({ visible }) => visible)).toEqual(['a  c', '', '', '', '', 'd ', '']);
  expect(lines.map(({ kind }) => kind)).toEqual([
    'text',
    'blank',
    'blank',
    'blank',
    'blank',
    'text',
    'blank',
  ]);
});

test('a file that begins with a byte order mark and ends its lines with CR LF', () => {
  expect(kinds('\uFEFF# A\r\nb\r\n')).toEqual(['heading1 A', 'text b', 'blank']);
});

test('reads anything, line by line', () => {
  const piece = fc.constantFrom(
    '#',
    '# ',
    '```',
    '~~~',
    '---',
    '===',
    '<!--',
    '-->',
    '|',
    '-',
    '\n',
    '\r\n',
    'x',
    '가',
    ' ',
    '\t',
    '>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const lines = readDocument(text);
      expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
      expect(lines).toHaveLength(text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).length);
    }),
  );
});

test.each(['#', '# ', ' ', '<!--', '|-', '-', '# a\n', '\n', '- ', '```\n', '* '])(
  '512 Ki characters of %j take no time',
  (piece) => {
    const started = Date.now();
    readDocument(piece.repeat((512 * 1024) / piece.length));
    expect(Date.now() - started).toBeLessThan(5_000);
  },
);
