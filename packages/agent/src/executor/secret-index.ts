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
  let places: readonly number[] = [];
  // Nearly always there is only one place.
  let only = start;
  let isOpen = false;
  for (const token of pattern) {
    let next: number[] = [];
    let first = -1;
    for (let index = 0; index < (only >= 0 ? 1 : places.length); index += 1) {
      const place = only >= 0 ? only : (places[index] ?? 0);
      for (const spelling of token) {
        const end = place + spelling.length;
        if (end > text.length) isOpen ||= spelling.startsWith(text.slice(place));
        else if (text.charCodeAt(place) === spelling.charCodeAt(0) && text.startsWith(spelling, place)) {
          if (first < 0) first = end;
          else if (first !== end) next = including(next.length === 0 ? [first] : next, end);
        }
      }
    }
    if (first < 0) return { end: 0, isOpen };
    only = next.length === 0 ? first : -1;
    places = next;
  }
  return { end: only >= 0 ? only : Math.max(...places), isOpen };
}

function including(places: number[], place: number): number[] {
  if (!places.includes(place)) places.push(place);
  return places;
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
