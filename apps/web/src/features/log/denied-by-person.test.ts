import { expect, test } from 'vitest';
import { isDeniedByPerson } from './denied-by-person.ts';

test('a call that a person did not allow is told from one that failed', () => {
  const words = 'A person does not allow this call. Do not make it again.';
  expect(isDeniedByPerson(words)).toBe(true);
  expect(isDeniedByPerson(`PreToolUse:Bash hook error: ${words}`)).toBe(true);
  expect(isDeniedByPerson('PreToolUse:Bash hook error: something else')).toBe(false);
  expect(isDeniedByPerson('')).toBe(false);
});
