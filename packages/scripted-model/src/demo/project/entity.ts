/** What the entries of an app are called. */
export interface Thing {
  one: string;
  many: string;
  /** The name in the API's path. */
  resource: string;
}

/** Words that give the thing away, whatever stands around them. */
const WELL_KNOWN: { words: RegExp; en: [string, string]; ko: string }[] = [
  { words: /recipes?\b|cook(?:ing|book)|레시피|요리/i, en: ['recipe', 'recipes'], ko: '레시피' },
  { words: /\bbooks?\b|library|독서|도서|서재/i, en: ['book', 'books'], ko: '책' },
  { words: /movies?\b|films?\b|영화/i, en: ['film', 'films'], ko: '영화' },
  { words: /plants?\b|garden|식물|화분|텃밭/i, en: ['plant', 'plants'], ko: '식물' },
  { words: /workouts?\b|fitness|\bgym\b|운동|헬스/i, en: ['workout', 'workouts'], ko: '운동' },
  { words: /bookings?\b|reserv|예약/i, en: ['booking', 'bookings'], ko: '예약' },
  { words: /\bshops?\b|e-?commerce|online store|쇼핑|상품|재고/i, en: ['product', 'products'], ko: '상품' },
  { words: /inventor|\bstock\b/i, en: ['item', 'items'], ko: '물품' },
  { words: /\bblogs?\b|블로그|게시판/i, en: ['post', 'posts'], ko: '글' },
  { words: /\bchats?\b|messeng|채팅|메신저/i, en: ['message', 'messages'], ko: '메시지' },
  { words: /contacts?\b|customers?\b|\bcrm\b|연락처|고객/i, en: ['contact', 'contacts'], ko: '연락처' },
  { words: /calendar|\bevents?\b|일정|캘린더|모임/i, en: ['event', 'events'], ko: '일정' },
  { words: /pomodoro|timers?\b|타이머|뽀모도로/i, en: ['session', 'sessions'], ko: '세션' },
  { words: /travel|\btrips?\b|여행/i, en: ['trip', 'trips'], ko: '여행' },
  { words: /issues?\b|\bbugs?\b|tickets?\b|이슈|문의/i, en: ['ticket', 'tickets'], ko: '문의' },
  { words: /students?\b|school|학생|출석/i, en: ['student', 'students'], ko: '학생' },
];

const VERBS =
  'track|manage|catalogu?e|collect|organi[sz]e|record|log|list|plan|share|rate|store|keep(?! track)|save|show|review|monitor';
const ENGLISH = [
  new RegExp(
    String.raw`\b(?:${VERBS})(?:s|ing)?\s+(?:of\s+)?(?:(?:my|our|your|the|all|a|an|their)\s+)*([a-z]+(?: [a-z]+){0,2})`,
    'i',
  ),
  /\b([a-z]{3,20})\s+(?:tracker|manager|catalogu?e|collection|organi[sz]er|planner|log|logger|directory|list|database|box|board)\b/i,
];
const KOREAN = /([가-힣]{2,10}?)(?:을|를|의)?\s*(?:관리|기록|추적|정리|모음|목록|일지|수집|공유|도감|장부)/;
const ENDS_A_PHRASE =
  /\s(?:and|or|with|for|in|on|at|by|to|from|when|where|that|which|of|so|as|each|every)(?:\s.*)?$/i;
const NOT_A_THING = new Set(
  'app application new own daily weekly web page site tool things thing stuff data them what everything time progress track people users user it and more'.split(
    ' ',
  ),
);

/** Find the thing that a request for an app is about ("a plant tracker" → plant). Undefined when nothing stands out. */
export function nameOfThing(text: string, language: 'en' | 'ko'): Thing | undefined {
  const known = WELL_KNOWN.find(({ words }) => words.test(text));
  if (known) {
    const [one, many] = known.en;
    return language === 'ko'
      ? { one: known.ko, many: known.ko, resource: many }
      : { one, many, resource: many };
  }
  if (language === 'ko') {
    const word = KOREAN.exec(text)?.[1];
    return word === undefined ? undefined : { one: word, many: word, resource: 'entries' };
  }
  const phrases = ENGLISH.flatMap((pattern) => pattern.exec(text)?.[1]?.toLowerCase() ?? []);
  const words = phrases.map((phrase) => phrase.replace(ENDS_A_PHRASE, '').split(' ').at(-1) ?? '');
  const word = words.find((one) => one.length > 2 && !NOT_A_THING.has(one) && !one.endsWith('ing'));
  if (word === undefined) return undefined;
  const one = singular(word);
  const many = plural(one);
  return { one, many, resource: RESERVED.has(many) ? 'entries' : many };
}

/** Paths that the generated app's API uses for itself. */
const RESERVED = new Set(['health', 'model', 'summary']);

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
