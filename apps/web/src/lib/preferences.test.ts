import { expect, test } from 'vitest';
import { browserLocale } from './preferences.ts';

test.each([
  [['ko-KR', 'en'], 'ko'],
  [['en-GB', 'ko'], 'en'],
  [['fr', 'ko'], 'ko'],
  [['fr', 'de'], 'en'],
  [[], 'en'],
] as const)('a browser that prefers %j gets %s', (languages, locale) => {
  expect(browserLocale(languages)).toBe(locale);
});
