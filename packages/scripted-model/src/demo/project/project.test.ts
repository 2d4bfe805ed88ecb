import { describe, expect, test } from 'vitest';
import { projectOf } from './project.ts';
import { cut, escapeHtml, escapeMarkdown, fitParticles, slugOf, tidy } from './text.ts';

const of = (title: string, prompt = '', language: 'en' | 'ko' = 'en') =>
  projectOf({ title, prompt, language });

describe('the kind of app', () => {
  test.each([
    ['Daily habits', 'with streaks', 'habits'],
    ['습관 트래커', '연속 기록', 'habits'],
    ['Team board', 'tasks with deadlines', 'tasks'],
    ['할 일', '', 'tasks'],
    ['My notebook', '', 'notes'],
    ['가계부', '한 달 지출', 'expenses'],
    ['Read later', 'save links to articles', 'bookmarks'],
    ['Plant care', 'when to water', 'entries'],
    ['Notes', 'notes about my habits', 'notes'],
  ])('%s / %s is %s', (title, prompt, kind) => {
    expect(of(title, prompt).kind).toBe(kind);
  });
});

describe('the thing that a general app is about', () => {
  test.each([
    ['Recipe box', 'family recipes', 'recipe', 'recipes'],
    ['Tools', 'Keep track of borrowed gadgets, with a date', 'gadget', 'gadgets'],
    ['My app', 'Manage our family bakeries and more', 'bakery', 'bakeries'],
    ['Something', '', 'entry', 'entries'],
    ['Monitor', 'show health of servers', 'health', 'healths'],
  ])('%s / %s: %s', (title, prompt, one, many) => {
    expect(of(title, prompt)).toMatchObject({ one, many });
  });

  test('gets the fields that the request asks for', () => {
    const { fields, wishes } = of('Films', 'films I watched, rating and price');
    expect(fields.map((field) => field.key)).toEqual(['name', 'rating', 'price', 'date', 'tags', 'details']);
    expect(wishes.flatMap((wish) => wish.answers)).toContain('a field of its own: Rating');
  });
});

describe('wishes', () => {
  test('what version 1 does not do is not claimed', () => {
    const { wishes } = of('Habits', 'Habits with streaks. Sync with my smartwatch; dark mode');
    const answer = (part: string) => wishes.find((wish) => wish.text.includes(part));
    expect(answer('streaks')?.answers).toEqual(['F2 Current and best streak']);
    expect(answer('smartwatch')).toEqual({
      id: expect.any(String),
      text: 'Sync with my smartwatch',
      answers: [],
    });
    expect(answer('dark')?.answers).toEqual(['built in: light and dark']);
  });

  const answersOf = (prompt: string, language: 'en' | 'ko') =>
    of('', prompt, language).wishes.map((wish) => [
      wish.text,
      wish.partly ? 'partly' : wish.answers.map((answer) => answer.split(' ')[0]).join(' ') || '–',
    ]);

  test('the request that the page suggests is mapped to what really answers it', () => {
    const en =
      'A habit tracker with streaks. I tick off my habits each day, see how many days in a row I have kept each one, and look back over the last month. Works offline on my phone.';
    expect(answersOf(en, 'en')).toEqual([
      ['A habit tracker', 'the'],
      ['streaks', 'F2'],
      ['I tick off my habits each day', 'F1'],
      ['see how many days in a row I have kept each one', 'F2'],
      ['look back over the last month', 'F3'],
      ['Works offline on my phone', '–'],
    ]);
    const ko =
      '연속 기록을 보여 주는 습관 관리 앱. 매일 습관을 체크하고, 며칠째 이어 가고 있는지 보고, 지난 한 달을 돌아볼 수 있으면 좋겠습니다.';
    expect(answersOf(ko, 'ko').map(([, answer]) => answer)).toEqual(['F2', 'F1', 'F2', 'F3']);
  });

  test.each([
    ['지출을 매일 기록하고 월별로 보여 주는 가계부', 'ko', 'F1 F2'],
    ['expenses, monthly totals, yearly totals', 'en', 'the; F2; –'],
    ['tasks, reminders before the deadline, tell the important ones apart', 'en', 'the; –; F3'],
    ['notes, pin the important ones, a drawing board', 'en', 'the; F3; –'],
    ['Track my plants, when to water', 'en', 'the; –'],
    ['A habit tracker that plays music', 'en', 'partly'],
    ['할 일 앱, 친구와 공유, 완료 표시', 'ko', '앱; –; F4'],
    ['articles to read later, access from several devices', 'en', 'the; –'],
  ] as const)('%s', (prompt, language, expected) => {
    expect(
      answersOf(prompt, language)
        .map(([, answer]) => answer)
        .join('; '),
    ).toBe(expected);
  });
});

describe('texts', () => {
  test('are tidied of what would be read as something else', () => {
    expect(tidy('a\u0000b\u202e\n c')).toBe('a b c');
    expect(tidy('TODO and TBD [...] {{x}} === PHASE 1 ===')).toBe('To-do and open … {x} = PHASE 1 =');
    expect(tidy('\ud83e\udd8a \ud83e')).toBe('🦊');
  });

  test('are cut between words and never within a character', () => {
    expect(cut('one two three four', 15)).toBe('one two three…');
    expect(cut('🦊🦊🦊🦊', 3)).toBe('🦊🦊…');
  });

  test.each([
    ['Café au lait!', 'cafe-au-lait'],
    ['습관', 'habits-app'],
    ['---', 'habits-app'],
    ['node_modules', 'habits-app'],
  ])('%s as a package name is %s', (title, slug) => {
    expect(slugOf(title, 'habits')).toBe(slug);
  });

  test('are escaped for the file they go into', () => {
    expect(escapeMarkdown('a|b <i> `c` [d] *e*')).toBe('a\\|b &lt;i&gt; \\`c\\` \\[d\\] \\*e\\*');
    expect(escapeHtml(`<a title="'&">`)).toBe('&lt;a title=&quot;&#39;&amp;&quot;&gt;');
  });

  test('get the Korean particles that fit', () => {
    expect(fitParticles('습관 은(는), 책을(를), **메모** 을(를), “비율” 이(가), App 은(는)')).toBe(
      '습관은, 책을, **메모**를, “비율”이, App 은(는)',
    );
  });
});
