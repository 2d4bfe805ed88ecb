import { type SecretPattern, secretPatterns } from './secret-patterns.ts';

/** Replaces every secret in a text. */
export type Redact = (text: string) => string;

/** What stands where a secret was. */
const REDACTED = '[redacted]';

/** Shorter values are not redacted: they would be found everywhere. */
const MIN_LENGTH = 4;

/**
 * Replaces these values wherever they appear in a text: as they are, each line of at least 8 characters of a value of
 * several lines, base64 and base64url (also as a part of a longer text, and broken into lines), URL-encoded,
 * JSON-escaped, and in hexadecimal. Values of fewer than 4 characters are left as they are.
 */
export function createRedactor(values: readonly string[]): Redact {
  return createStreamRedactor(values).redact;
}

/** A redactor that also tells where a text that still grows may be cut. */
export interface StreamRedactor {
  readonly redact: Redact;
  /**
   * How much of a text may be redacted and passed on although more will follow: no secret begins before that place and
   * ends after it.
   * @param end where the caller would like to cut.
   */
  safeEnd(text: string, end: number): number;
}

/** See `createRedactor`. */
export function createStreamRedactor(values: readonly string[]): StreamRedactor {
  const secrets = [...new Set(values.filter((value) => value.length >= MIN_LENGTH))];
  const patterns = secrets.flatMap(secretPatterns).sort((a, b) => lengthOf(b) - lengthOf(a));
  if (patterns.length === 0) return { redact: (text) => text, safeEnd: (_, end) => end };
  const literals = patterns.flatMap(([token, ...more]) =>
    token?.length === 1 && more.length === 0 ? token : [],
  );
  const compound = patterns.filter(({ length }) => length > 1);
  const pattern = compound.length > 0 ? new RegExp(compound.map(source).join('|'), 'g') : null;
  const maxLength = Math.max(...patterns.map(lengthOf));
  const beginning = byFirstCharacter(patterns);

  return {
    redact(text) {
      const rest = literals.reduce((result, literal) => result.replaceAll(literal, REDACTED), text);
      return pattern ? rest.replace(pattern, REDACTED) : rest;
    },
    safeEnd(text, end) {
      let safe = end;
      for (let start = Math.max(0, end - maxLength); start < safe; start += 1) {
        const candidates = beginning.get(text.charAt(start)) ?? [];
        if (candidates.some((each) => crosses(text, start, end, each))) safe = start;
      }
      return safe;
    },
  };
}

function source(pattern: SecretPattern): string {
  return pattern
    .map((token) => (token.length === 1 ? escape(token[0] ?? '') : `(?:${token.map(escape).join('|')})`))
    .join('');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function lengthOf(pattern: SecretPattern): number {
  return pattern.reduce((sum, [longest]) => sum + (longest?.length ?? 0), 0);
}

function byFirstCharacter(patterns: readonly SecretPattern[]): ReadonlyMap<string, readonly SecretPattern[]> {
  const found = new Map<string, SecretPattern[]>();
  for (const pattern of patterns) {
    for (const character of new Set(pattern[0]?.map((spelling) => spelling.charAt(0)))) {
      found.set(character, [...(found.get(character) ?? []), pattern]);
    }
  }
  return found;
}

/** Whether the pattern, begun at `start`, reaches over `end`, or as far as the text goes. */
function crosses(text: string, start: number, end: number, pattern: SecretPattern): boolean {
  let places = new Set([start]);
  for (const token of pattern) {
    const next = new Set<number>();
    for (const place of places) {
      for (const spelling of token) {
        const rest = text.length - place;
        if (rest < spelling.length && spelling.startsWith(text.slice(place))) return true;
        if (text.startsWith(spelling, place)) next.add(place + spelling.length);
      }
    }
    if (next.size === 0) return false;
    places = next;
  }
  return Math.max(...places) > end;
}
