import type { SecretPattern } from './secret-patterns.ts';

/** Where a pattern that begins at some place of a text leads. */
export interface Reach {
  /** After its last character, at the longest; 0 when it is not there. */
  readonly end: number;
  /** The text ends before it does: what follows may complete it. */
  readonly isOpen: boolean;
}

/** Finds patterns by how they begin: nearly every place of a text is passed over at once. */
export interface SecretIndex {
  /** The longest pattern, in characters. */
  readonly maxLength: number;
  /** What begins at a place, of all patterns; null when nothing does. */
  reachFrom(text: string, start: number): Reach | null;
}

/** No pattern is shorter: values have at least four characters. */
const PREFIX = 3;

export function indexSecrets(patterns: readonly SecretPattern[]): SecretIndex {
  const byPrefix = new Map<string, SecretPattern[]>();
  for (const pattern of patterns) {
    for (const prefix of prefixes(pattern)) {
      const known = byPrefix.get(prefix);
      if (known) known.push(pattern);
      else byPrefix.set(prefix, [pattern]);
    }
  }
  return {
    maxLength: Math.max(0, ...patterns.map(lengthOf)),
    reachFrom(text, start) {
      const isNearEnd = text.length - start < PREFIX;
      const candidates = isNearEnd ? patterns : byPrefix.get(text.slice(start, start + PREFIX));
      if (!candidates) return null;
      let end = 0;
      let isOpen = false;
      for (const pattern of candidates) {
        const reach = follow(text, start, pattern);
        end = Math.max(end, reach.end);
        isOpen ||= reach.isOpen;
      }
      return end > 0 || isOpen ? { end, isOpen } : null;
    },
  };
}

/** Each token may be written in several ways, so there may be several places to go on from; never more than characters. */
function follow(text: string, start: number, pattern: SecretPattern): Reach {
  let places: readonly number[] = [start];
  let isOpen = false;
  for (const token of pattern) {
    const next: number[] = [];
    for (const place of places) {
      for (const spelling of token) {
        const end = place + spelling.length;
        if (text.startsWith(spelling, place)) {
          if (!next.includes(end)) next.push(end);
        } else if (end > text.length && spelling.startsWith(text.slice(place))) isOpen = true;
      }
    }
    if (next.length === 0) return { end: 0, isOpen };
    places = next;
  }
  return { end: Math.max(...places), isOpen };
}

/** The first characters of every way to write a pattern. */
function prefixes(pattern: SecretPattern): ReadonlySet<string> {
  let begun = new Set(['']);
  for (const token of pattern) {
    if ([...begun].every(({ length }) => length === PREFIX)) break;
    begun = new Set(
      [...begun].flatMap((prefix) => token.map((spelling) => (prefix + spelling).slice(0, PREFIX))),
    );
  }
  return begun;
}

function lengthOf(pattern: SecretPattern): number {
  return pattern.reduce((sum, [longest]) => sum + (longest?.length ?? 0), 0);
}
