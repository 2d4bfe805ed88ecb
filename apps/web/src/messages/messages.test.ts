import { FAILURES } from '@ccs/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import en from './en.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };

/** Every text by its path, such as `home.title`. */
function textsOf(messages: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') texts.set(`${path}${key}`, value);
    else for (const [inner, text] of textsOf(value as object, `${path}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

const english = textsOf(en);
const korean = textsOf(ko);
const variables = (text = '') =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();

describe('messages', () => {
  test('English and Korean have the same keys', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('both take the same values', () => {
    const different = [...english.keys()].filter(
      (key) => variables(english.get(key)).join() !== variables(korean.get(key)).join(),
    );
    expect(different).toEqual([]);
  });

  test('no Korean text was left in English', () => {
    const same = [...english.keys()].filter((key) => english.get(key) === korean.get(key));
    const meantToBe = [
      'app.name',
      'language.en',
      'language.ko',
      'home.phaseStep',
      'history.event.unknown',
      'create.source.folderPlaceholder',
    ];
    expect(same.sort()).toEqual(meantToBe.sort());
  });

  test('every failure code is explained, in English in the words of the server', () => {
    for (const [code, { meaning, whatToDo }] of Object.entries(FAILURES)) {
      if (code !== 'cancelled') expect(english.get(`failure.${code}.meaning`)).toBe(meaning);
      expect(english.get(`failure.${code}.whatToDo`), code).toBeDefined();
      if (code !== 'cancelled') expect(english.get(`failure.${code}.whatToDo`)).toBe(whatToDo);
    }
  });
});
