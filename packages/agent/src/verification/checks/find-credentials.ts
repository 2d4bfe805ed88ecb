import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';

/** A credential in a text: what it is and where, never the value. */
export interface FoundCredential {
  /** Such as `GitHub Token`. */
  readonly what: string;
  /** 1-based. */
  readonly line: number;
}

/** Comments that switch findings off are not obeyed: whoever writes the files is being checked. */
const FILTER_COMMENTS = '@secretlint/secretlint-rule-filter-comments';
const RULES = rules
  .filter((rule) => rule.meta.id !== FILTER_COMMENTS)
  .map((rule) => ({ id: rule.meta.id, rule, options: {} }));

/** What the preset does not know. Bounded repetitions only: the text may be anything. */
const OWN_PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['Stripe live key', /\b[rs]k_live_[0-9a-zA-Z]{24,200}/g],
  ['Google API key', /\bAIza[0-9A-Za-z_-]{35}(?![\w-])/g],
  [
    'random value of a secret',
    /(?:secret|passw(?:or)?d|token|(?:api|private|access)[_-]?key)[\w-]{0,20}["']?[ \t]{0,5}[:=][ \t]{0,5}["'`]([A-Za-z0-9+/_=.-]{24,200})["'`]/gi,
  ],
];

/** Hosts of a development machine or of a container beside it: what opens them is no secret. */
const LOCAL_HOST =
  /@(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|[a-z][a-z0-9_-]{0,60})(?=[:/?"'`\s]|$)/i;
/** What people write where a password goes. */
const EXAMPLE =
  /:(?:pass(?:word|wd)?|secret|changeme|change-me|your[\w-]*|x+|\*+|<[^>]*>|\[[^\]]*\]|\$\{?[^@]*)@/i;

/** Credentials in a text, by patterns of their kinds. @param path relative: some rules depend on the kind of file. */
export async function findCredentials(path: string, text: string): Promise<readonly FoundCredential[]> {
  const ext = /\.[^./]*$/.exec(path)?.[0] ?? '';
  const { messages } = await lintSource({
    source: { content: text, filePath: `/${path}`, ext, contentType: 'text' },
    options: { config: { rules: RULES }, maskSecrets: true, noPhysicFilePath: true },
  });
  const found: FoundCredential[] = [];
  for (const { range, loc, message, ruleId } of messages) {
    const value = text.slice(...range);
    const hasHost = /basicauth|connection-string/.test(ruleId);
    if (hasHost && (LOCAL_HOST.test(value) || EXAMPLE.test(value))) continue;
    found.push({ what: kindOf(message), line: loc.start.line });
  }
  const known = new Set(found.map(({ line }) => line));
  const own = ownFindings(text).filter(({ line }) => !known.has(line));
  return [...found, ...own].sort((a, b) => a.line - b.line);
}

function ownFindings(text: string): readonly FoundCredential[] {
  const found: FoundCredential[] = [];
  for (const [what, pattern] of OWN_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (match[1] === undefined || isRandom(match[1])) found.push({ what, line: lineAt(text, match.index) });
      if (found.length === 100) return found;
    }
  }
  return found;
}

/** “found GitHub Token(***): ****” without the beginning and the masked value. */
function kindOf(message: string): string {
  return message
    .replace(/^found /, '')
    .replace(/[(:].*$/s, '')
    .trim();
}

/** Digits and both cases, and hardly any character twice: no words, no identifier. */
function isRandom(value: string): boolean {
  if (!/\d/.test(value) || !/[a-z]/.test(value) || !/[A-Z]/.test(value)) return false;
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits >= 3.8;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
