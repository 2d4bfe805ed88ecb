import { expect, test } from 'vitest';
import { splitFences } from './light-markdown.tsx';

test('splits code from words', () => {
  expect(splitFences('before\n```js\nlet a;\n```\nafter')).toEqual([
    { isCode: false, text: 'before' },
    { isCode: true, text: 'let a;' },
    { isCode: false, text: 'after' },
  ]);
});

test('a fence left open runs to the end', () => {
  expect(splitFences('```\na\nb')).toEqual([{ isCode: true, text: 'a\nb' }]);
});
