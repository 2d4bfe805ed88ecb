import { namedIdea } from './named-ideas.ts';

/** A small function that a project can use whatever it is, and what shows that it works. */
export interface Idea {
  /** In camel case; also the name of its file. */
  name: string;
  /** False for the one that is made when a request asks for something that nothing here suits. */
  suits: boolean;
  what: Record<'en' | 'ko', string>;
  /** Its docstring. */
  doc: string;
  parameters: { name: string; type: string }[];
  returns: string;
  /** The body in JavaScript, indented by two spaces, with single quotes and semicolons. */
  body: string[];
  python: { name: string; imports: string[]; body: string[] };
  /** Calls with what they give: in JavaScript and in Python. */
  cases: { title: string; call: string; gives: string; python: [call: string, gives: string] }[];
}

const matchesWords: Idea = {
  name: 'matchesWords',
  suits: true,
  what: {
    en: 'tells whether a text holds every word of a search',
    ko: '글에 검색어의 모든 낱말이 있는지 알려 줌',
  },
  doc: 'Tell whether a text holds every word of a query, whatever the case. An empty query matches everything.',
  parameters: [
    { name: 'text', type: 'string' },
    { name: 'query', type: 'string' },
  ],
  returns: 'boolean',
  body: [
    'const words = query.toLowerCase().split(/\\s+/).filter(Boolean);',
    'return words.every((word) => text.toLowerCase().includes(word));',
  ],
  python: {
    name: 'matches_words',
    imports: [],
    body: ['return all(word in text.lower() for word in query.lower().split())'],
  },
  cases: [
    {
      title: 'finds words in any order and case',
      call: "matchesWords('A quick brown fox', 'FOX quick')",
      gives: 'true',
      python: ['matches_words("A quick brown fox", "FOX quick")', 'True'],
    },
    {
      title: 'wants every word',
      call: "matchesWords('A quick brown fox', 'quick dog')",
      gives: 'false',
      python: ['matches_words("A quick brown fox", "quick dog")', 'False'],
    },
    {
      title: 'an empty query matches everything',
      call: "matchesWords('anything', '  ')",
      gives: 'true',
      python: ['matches_words("anything", "  ")', 'True'],
    },
  ],
};

const formatDay: Idea = {
  name: 'formatDay',
  suits: true,
  what: { en: 'writes a date as YYYY-MM-DD', ko: '날짜를 YYYY-MM-DD로 적음' },
  doc: 'Write the calendar day of a date as YYYY-MM-DD, in the time zone of this machine.',
  parameters: [{ name: 'date', type: 'Date' }],
  returns: 'string',
  body: [
    "const pad = (number) => String(number).padStart(2, '0');",
    "return [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');",
  ],
  python: { name: 'format_day', imports: [], body: ['return date.strftime("%Y-%m-%d")'] },
  cases: [
    {
      title: 'pads month and day',
      call: 'formatDay(new Date(2026, 0, 5))',
      gives: "'2026-01-05'",
      python: ['format_day(datetime.date(2026, 1, 5))', '"2026-01-05"'],
    },
    {
      title: 'keeps two digits as they are',
      call: 'formatDay(new Date(2026, 11, 31, 23, 59))',
      gives: "'2026-12-31'",
      python: ['format_day(datetime.date(2026, 12, 31))', '"2026-12-31"'],
    },
  ],
};

const slugify: Idea = {
  name: 'slugify',
  suits: false,
  what: {
    en: 'turns a text into a short name for files and addresses',
    ko: '글을 파일과 주소에 쓸 짧은 이름으로 바꿈',
  },
  doc: 'Turn a text into a short name for files and addresses: lower case words, joined by dashes.',
  parameters: [{ name: 'text', type: 'string' }],
  returns: 'string',
  body: ['const words = text.toLowerCase().match(/[\\p{L}\\p{N}]+/gu) || [];', "return words.join('-');"],
  python: {
    name: 'slugify',
    imports: ['import re'],
    body: ['return "-".join(re.findall(r"[^\\W_]+", text.lower()))'],
  },
  cases: [
    {
      title: 'joins words by dashes',
      call: "slugify('Hello, World!')",
      gives: "'hello-world'",
      python: ['slugify("Hello, World!")', '"hello-world"'],
    },
    {
      title: 'keeps letters of every script',
      call: "slugify('  새 기능 2 ')",
      gives: "'새-기능-2'",
      python: ['slugify("  새 기능 2 ")', '"새-기능-2"'],
    },
    {
      title: 'is empty when nothing can stay',
      call: "slugify('?!')",
      gives: "''",
      python: ['slugify("?!")', '""'],
    },
  ],
};

const SUITED: [RegExp, Idea][] = [
  [/search|find|filter|query|검색|찾|필터/i, matchesWords],
  [/date|day|calendar|deadline|날짜|달력|마감|일정/i, formatDay],
];

/** The function that suits a request best: the one that it names, if that is simple enough, else one for its subject. */
export function ideaFor(request: string): Idea {
  const named = namedIdea(request) ?? SUITED.find(([words]) => words.test(request))?.[1];
  return named ?? { ...slugify, suits: /slug/i.test(request) };
}
