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
    expect(wishes.map((wish) => wish.builtIn ?? wish.feature)).toContain('a field of its own: Rating');
  });
});

describe('wishes', () => {
  test('what version 1 does not do is not claimed', () => {
    const { wishes } = of('Habits', 'Habits with streaks. Sync with my smartwatch; dark mode');
    const answer = (part: string) => wishes.find((wish) => wish.text.includes(part));
    expect(answer('streaks')?.feature).toBe('F2');
    expect(answer('smartwatch')).toEqual({ id: expect.any(String), text: 'Sync with my smartwatch' });
    expect(answer('dark')?.builtIn).toContain('dark');
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
