import { describe, expect, test } from 'vitest';
import { answerOf, choicesOf, choose, chooseOther, firstDraft } from './answer-draft.ts';

const ONE = { options: ['SQLite', 'PostgreSQL'], multiSelect: false, default: 'postgresql' };
const SEVERAL = { options: ['Email', 'Push', 'SMS'], multiSelect: true, default: 'SMS, Email' };

describe('one of several options', () => {
  test('begins with the recommended one', () => {
    expect(answerOf(firstDraft(ONE), ONE)).toBe('PostgreSQL');
    expect(answerOf(firstDraft({ ...ONE, default: null }), ONE)).toBe('');
  });

  test('choosing replaces, other words replace, too', () => {
    const chosen = choose(firstDraft(ONE), 'SQLite', false);
    expect(answerOf(chosen, ONE)).toBe('SQLite');
    const other = { ...chooseOther(chosen, false), other: '  MariaDB ' };
    expect(answerOf(other, ONE)).toBe('MariaDB');
    expect(answerOf(choose(other, 'SQLite', false), ONE)).toBe('SQLite');
  });

  test('a recommended answer that is no option can be chosen all the same', () => {
    const question = { ...ONE, default: 'DuckDB' };
    expect(choicesOf(question)[0]).toEqual({ text: 'DuckDB', isRecommended: true });
    expect(answerOf(firstDraft(question), question)).toBe('DuckDB');
  });
});

describe('several options', () => {
  test('are joined in the order of the options, other words last', () => {
    const first = firstDraft(SEVERAL);
    expect(answerOf(first, SEVERAL)).toBe('Email, SMS');
    const more = choose(choose(first, 'Push', true), 'SMS', true);
    expect(answerOf(more, SEVERAL)).toBe('Email, Push');
    expect(answerOf({ ...chooseOther(more, true), other: 'Fax' }, SEVERAL)).toBe('Email, Push, Fax');
  });

  test('other words that were taken back do not count', () => {
    const written = { ...chooseOther(firstDraft(SEVERAL), true), other: 'Fax' };
    expect(answerOf(chooseOther(written, true), SEVERAL)).toBe('Email, SMS');
  });
});

test('without options the recommended answer stands in the text', () => {
  const question = { options: [], multiSelect: false, default: 'Asia/Seoul' };
  expect(firstDraft(question)).toEqual({ chosen: [], other: 'Asia/Seoul', isOther: true });
  expect(answerOf(firstDraft({ ...question, default: null }), question)).toBe('');
});
