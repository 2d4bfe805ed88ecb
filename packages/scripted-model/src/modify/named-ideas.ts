import type { Idea } from './ideas.ts';

/** What a function of this name says to somebody. */
const WORDS: Record<string, string> = {
  farewell: 'Goodbye',
  goodbye: 'Goodbye',
  greet: 'Hello',
  hello: 'Hello',
  welcome: 'Welcome',
  thank: 'Thank you',
};

/** What a function of this name does with two numbers. */
const SUMS: Record<
  string,
  { sign: string; doc: string; what: Idea['what']; of: (a: number, b: number) => number }
> = {
  sum: {
    sign: '+',
    doc: 'Add two numbers.',
    what: { en: 'adds two numbers', ko: '두 수를 더함' },
    of: (a, b) => a + b,
  },
  subtract: {
    sign: '-',
    doc: 'Take the second number from the first.',
    what: { en: 'takes the second number from the first', ko: '첫 수에서 둘째 수를 뺌' },
    of: (a, b) => a - b,
  },
  multiply: {
    sign: '*',
    doc: 'Multiply two numbers.',
    what: { en: 'multiplies two numbers', ko: '두 수를 곱함' },
    of: (a, b) => a * b,
  },
};

const NAMED = [
  /\b(?:add|create|write|implement|make)\s+(?:(?:an?|the|new)\s+)*[`'"“‘]?([a-z]{3,12})\b/gi,
  /\b([a-z]{3,12})[`'"”’]?(?:\(\))?\s+(?:function|method|helper)\b/gi,
  /\b(?:function|method|helper)\s+(?:(?:named|called)\s+)?[`'"“‘]?([a-z]{3,12})\b/gi,
  /\b([a-z]{3,12})[`'"”’]?(?:\(\))?\s*(?:이?라는\s+)?(?:함수|메서드)/gi,
];

/** The function that a request names, such as “Add a farewell function”; undefined when it names none that is known here. */
export function namedIdea(request: string): Idea | undefined {
  const names = NAMED.flatMap((pattern) =>
    [...request.matchAll(pattern)].map(([, name = '']) => name.toLowerCase()),
  );
  const name = names.find((each) => Object.hasOwn(WORDS, each) || Object.hasOwn(SUMS, each));
  if (name === undefined) return undefined;
  const word = WORDS[name];
  const sum = SUMS[name];
  if (word !== undefined) return saying(name, word);
  return sum && counting(name, sum);
}

function saying(name: string, word: string): Idea {
  const says = (call: string, to: string): Idea['cases'][number]['python'] => [call, `"${word}, ${to}!"`];
  const one = (title: string, to: string) => ({
    title,
    call: `${name}('${to}')`,
    gives: `'${word}, ${to}!'`,
    python: says(`${name}("${to}")`, to),
  });
  return {
    name,
    suits: true,
    what: { en: `says “${word}” to somebody by name`, ko: `이름을 불러 “${word}” 하고 말함` },
    doc: `Say “${word}” to somebody by name.`,
    parameters: [{ name: 'name', type: 'string' }],
    returns: 'string',
    body: [`return \`${word}, \${name}!\`;`],
    python: { name, imports: [], body: [`return f"${word}, {name}!"`] },
    cases: [
      one('uses the name', 'Mina'),
      one('keeps letters of every script', '민지'),
      {
        title: 'takes an empty name as it is',
        call: `${name}('')`,
        gives: `'${word}, !'`,
        python: says(`${name}("")`, ''),
      },
    ],
  };
}

function counting(name: string, { sign, doc, what, of }: (typeof SUMS)[string]): Idea {
  const one = (title: string, a: number, b: number) => ({
    title,
    call: `${name}(${a}, ${b})`,
    gives: String(of(a, b)),
    python: [`${name}(${a}, ${b})`, String(of(a, b))] as [string, string],
  });
  return {
    name,
    suits: true,
    what,
    doc,
    parameters: [
      { name: 'a', type: 'number' },
      { name: 'b', type: 'number' },
    ],
    returns: 'number',
    body: [`return a ${sign} b;`],
    python: { name, imports: [], body: [`return a ${sign} b`] },
    cases: [
      one('takes whole numbers', 2, 3),
      one('takes zero', 7, 0),
      one('takes a number below zero', -4, 6),
    ],
  };
}
