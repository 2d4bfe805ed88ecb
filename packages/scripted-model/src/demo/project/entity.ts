/** What the entries of an app are called. */
export interface Thing {
  one: string;
  many: string;
  /** The name in the API's path. */
  resource: string;
}

const ENGLISH = [
  /\b(?:track|manage|catalogu?e|collect|organi[sz]e|record|log|list|plan|share|rate)(?:s|ing)?\s+(?:of\s+)?(?:my|our|your|the|all|a|an|their|his|her)?\s*([a-z]{3,20})\b/i,
  /\b([a-z]{3,20})\s+(?:tracker|manager|catalogu?e|collection|organi[sz]er|inventory|planner|log|logger|library|directory|list|database)\b/i,
  /\b(?:app|tool|site|website|page|dashboard)\s+(?:for|about|of)\s+(?:my|our|your|the|all|a|an)?\s*([a-z]{3,20})\b/i,
];
const KOREAN = [
  /([가-힣]{2,10}?)(?:을|를|의)?\s*(?:관리|기록|추적|정리|모음|목록|일지|수집|공유|도감|장부)/,
  /([가-힣]{2,10}?)(?:을|를)?\s*(?:위한)?\s*(?:앱|서비스|사이트|플래너|대시보드)/,
];
const NOT_A_THING = new Set(
  'app apps application simple small new own best good nice little personal private local offline daily weekly web page site website tool things stuff data team and with for that this them what everything time their your progress some any more every tracker manager planner list users user people'.split(
    ' ',
  ),
);

/** Find the thing that a request for an app is about ("a plant tracker" → plant). Undefined when nothing stands out. */
export function nameOfThing(text: string, language: 'en' | 'ko'): Thing | undefined {
  if (language === 'ko') {
    const word = KOREAN.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
    return word === undefined ? undefined : { one: word, many: word, resource: 'entries' };
  }
  const found = ENGLISH.flatMap((pattern) => pattern.exec(text)?.[1]?.toLowerCase() ?? []);
  const word = found.find((candidate) => !NOT_A_THING.has(candidate) && !candidate.endsWith('ing'));
  if (word === undefined) return undefined;
  const one = singular(word);
  const many = plural(one);
  return { one, many, resource: ['health', 'model', 'summary'].includes(many) ? 'entries' : many };
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
