import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlaceholderFinder } from './placeholders.ts';

const isPlaceholder = createPlaceholderFinder('Habit tracker', 'A habit tracker with streaks');

describe('meant to be filled in', () => {
  test.each([
    'TODO',
    'TODO: describe the market',
    '- TODO(anna) later',
    '## TODO',
    '**TODO**',
    '| Price | TODO |',
    '| 가격 | TBD |',
    'The price is TBD.',
    'FIXME',
    'See XXX for details',
    'Lorem ipsum dolor sit amet',
    'To be filled in.',
    'This part will be written later: to be written later.',
    'Price: to be determined',
    '| Launch | To be decided. |',
    'Coming soon',
    '<placeholder>',
    'Hello <your name here>, welcome',
    '[Insert company name]',
    '[TODO: add numbers]',
    'The {{product_name}} helps.',
    '<!-- TODO: numbers -->',
    'Text goes here',
    '…',
    '- ...',
    '추후 작성',
    '이 절은 추후 작성합니다.',
    '작성 예정',
    '작성 예정입니다.',
    '여기에 시장 규모를 적으세요',
    '여기에 내용을 입력하세요',
    '내용을 입력하세요',
    '출시일: 미정',
    '| 가격 | 미정 |',
    '미정입니다.',
    '[회사 이름 입력]',
    '- 추후 결정',
    '<여기에 이름>',
  ])('%s', (line) => {
    expect(isPlaceholder(line)).toBe(true);
  });
});

describe('said and meant', () => {
  test.each([
    'A todo app for families',
    'Every to-do has a due date.',
    'The label `TODO` marks open work.',
    'The document holds no "TBD" any more.',
    'A text that says “to be filled in” is refused.',
    'Call 010-XXXX-XXXX',
    'Sizes S to XXXL',
    'The form has fields to be filled in by the guest.',
    'Press [Add] or the [Enter] key.',
    'See [Your account](account.md) for more.',
    'And so on … and on',
    'The price is decided by the owner.',
    'The plan: to be decided upon by the owner of the shop in the second week',
    '리뷰를 나중에 작성할 수 있습니다.',
    '작성 예정일 순으로 정렬합니다.',
    '입력란의 안내 문구는 “여기에 할 일을 입력하세요”입니다.',
    '결정되지 않은 것은 미정 목록에 모읍니다.',
    '| 상태 | 작성 중 | 완료 |',
    'Use <kbd>Ctrl</kbd> and <input> elements.',
    '',
    '   ',
    '| --- | --- |',
  ])('%s', (line) => {
    expect(isPlaceholder(line)).toBe(false);
  });
});

describe('the words of the task itself', () => {
  const inTodoApp = createPlaceholderFinder('TODO', '간단한 TODO 앱');
  test.each(['# TODO', 'TODO: 할 일을 관리하는 앱', '| 이름 | TODO |', '**TODO**: a list'])(
    'may say %s',
    (line) => {
      expect(inTodoApp(line)).toBe(false);
    },
  );
  test.each(['<!-- TODO: numbers -->', '| Price | TBD |', '출시일: 미정'])('but not %s', (line) => {
    expect(inTodoApp(line)).toBe(true);
  });
  test('a generator of filler text may name it', () => {
    const finder = createPlaceholderFinder('Filler', 'Generates lorem ipsum for designers');
    expect(finder('The app makes Lorem Ipsum of any length.')).toBe(false);
  });
});

test('never throws, and hostile lines take no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (line) => {
      expect(typeof isPlaceholder(line)).toBe('boolean');
    }),
  );
  const started = Date.now();
  for (const piece of ['[', '<your', '"', '| ', '-', ' ', '`', '여기에 ', '*_', ': ', '<!--', 'X', '{{a']) {
    isPlaceholder(piece.repeat(1_000_000 / piece.length));
  }
  // A pattern that backtracks takes minutes here.
  expect(Date.now() - started).toBeLessThan(10_000);
});
