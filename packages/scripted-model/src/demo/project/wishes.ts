import { BEYOND, BUILT_INS } from './built-ins.ts';
import { nameOfThing } from './entity.ts';
import type { FeatureIdea, Field, Kit } from './kit.ts';
import { cut } from './text.ts';

/** One thing that the request asks for, in its own words. */
export interface Wish {
  id: string;
  text: string;
  /** What of version 1 really does it, ready to print: features (`F2 Priorities`), fields, what every app has. */
  answers: string[];
  /** True when the answers are only a beginning of what is wished for. */
  partly?: boolean;
}

/** What a wish can be answered with. */
export interface Offer {
  kit: Kit;
  /** The entity's words. */
  one: string;
  many: string;
  features: (FeatureIdea & { id: string })[];
  extras: { field: Field; words: RegExp }[];
  language: 'en' | 'ko';
}

const FIELD = { en: 'a field of its own: {label}', ko: '입력 칸: {label}' };
const WHOLE = { en: 'the app as a whole', ko: '앱 전체' };
const MOST = 8;
const SEPARATORS = [
  /[.;!?。]\s+|[,，]\s*|\s[-–•*]\s|\s(?:and|그리고)\s/,
  /(?<=\b(?:app|tracker|list|manager|planner|board|site|tool|habits|tasks|notes))\swith\s/,
];
const SPLIT = new RegExp(SEPARATORS.map((separator) => separator.source).join('|'), 'i');

/** Words that ask for nothing by themselves, so that `a simple habit tracker` asks for the app and nothing more. */
const GENERIC_WORDS =
  'a an the my our your i we me us it for of to with and want need would like please can simple small easy personal own web app apps application site tool tracker track tracking manager manage managing list lists planner collection board box log keep keeping store record add collect organize organise build make create write';
const GENERIC = new Set(GENERIC_WORDS.split(' '));
const GENERIC_KOREAN =
  /^(?:앱|어플|웹|서비스|프로그램|사이트|페이지|트래커|관리|기록|추가|등록|정리|모으|모음|만들|만드|개발|주세요|줘|싶|하는|하고|해|있는|있습|간단|쉬운|쉽게|나만의|나의|내|우리|제|수|것)/;

/**
 * Split a request into its wishes and say for each what of version 1 answers it. Nothing is answered by likeness: a
 * feature, a field or a built-in answers a wish only if the wish has words that it names as its own.
 */
export function wishesOf(prompt: string, offer: Offer): Wish[] {
  const parts = prompt
    .split(SPLIT)
    .map((part) => part.replace(/^(?:[\s\-–•*,.;:]|(?:and|그리고)\s)+|[\s,.;:]+$/gi, ''))
    .filter((part) => [...part].length >= (offer.language === 'ko' ? 2 : 4));
  const texts = [...new Set(parts)].slice(0, MOST);
  return (texts.length > 0 ? texts : [prompt]).map((text, index) => ({
    id: `W${index + 1}`,
    text: cut(text, 90),
    ...answerTo(text, offer, index === 0),
  }));
}

function answerTo(text: string, offer: Offer, isFirst: boolean): Pick<Wish, 'answers' | 'partly'> {
  const answers = BEYOND.test(text) ? [] : answersTo(text, offer);
  if (answers.length > 0) return { answers };
  const rest = wordsBeside(text, offer);
  if (!rest.namesThing) return { answers };
  if (rest.words.length === 0) return { answers: [WHOLE[offer.language]] };
  return isFirst ? { answers: [WHOLE[offer.language]], partly: true } : { answers };
}

function answersTo(text: string, { kit, features, extras, language }: Offer): string[] {
  const answered = features.filter((_, index) => kit.asks[index]?.test(text));
  const fields = extras.filter(({ words }) => words.test(text)).map(({ field }) => field.label);
  const answers = [
    ...answered.map(({ id, name }) => `${id} ${name}`),
    ...fields.map((label) => FIELD[language].replace('{label}', label)),
  ];
  const builtIns = BUILT_INS.filter(
    ({ words, inFeature }) => words.test(text) && !(inFeature && answered.length > 0),
  );
  return [...answers, ...builtIns.map((builtIn) => builtIn[language])];
}

/** Whether a text names what the app is about, and its telling words beside that. */
function wordsBeside(
  text: string,
  { kit, one, many, language }: Offer,
): { namesThing: boolean; words: string[] } {
  const own = [many.toLowerCase(), one.toLowerCase()];
  const bare = own.reduce(
    (left, word) => left.replaceAll(word, ' '),
    text.toLowerCase().replace(kit.words, ' '),
  );
  const words = (bare.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !GENERIC.has(word) && !GENERIC_KOREAN.test(word) && !/^[을를이가은는의로에와과도]$/.test(word),
  );
  const sameThing = kit.kind === 'entries' && nameOfThing(text, language)?.many === many;
  return { namesThing: sameThing || bare !== text.toLowerCase(), words };
}
