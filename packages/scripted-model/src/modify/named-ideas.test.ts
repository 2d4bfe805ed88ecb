import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ideaFor } from './ideas.ts';

test.each([
  ['Farewell\nAdd a farewell function.', 'farewell'],
  ['Add a `goodbye` beside the greet function', 'goodbye'],
  ['인사\nfarewell 함수를 추가해 주세요', 'farewell'],
  ['Create a function called multiply', 'multiply'],
  ['Add function for search', 'matchesWords'],
  ['Show the date nicely', 'formatDay'],
  ['Make a slug of each title', 'slugify'],
])('the function for “%s” is %s', (request, name) => {
  expect(ideaFor(request)).toMatchObject({ name, suits: true });
});

test.each(['Add a constructor function', 'Rewrite everything', ''])(
  'where nothing suits, the stand-in says so: %s',
  (request) => expect(ideaFor(request)).toMatchObject({ name: 'slugify', suits: false }),
);

test('what the cases expect is what the functions give', () => {
  for (const request of ['Add a farewell function', 'Add a sum function', 'Add a subtract function']) {
    const { name, parameters, body, cases } = ideaFor(request);
    const names = parameters.map((parameter) => parameter.name).join(', ');
    for (const { call, gives } of cases) {
      const code = `function ${name}(${names}) { ${body.join(' ')} } ${call} === ${gives}`;
      expect(runInNewContext(code), call).toBe(true);
    }
  }
});
