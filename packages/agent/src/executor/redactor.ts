import { indexSecrets } from './secret-index.ts';
import { secretParts } from './secret-parts.ts';
import { secretPatterns } from './secret-patterns.ts';

/** Replaces every secret in a text. */
export type Redact = (text: string) => string;

/** What stands where a secret was. */
const REDACTED = '[redacted]';

/** Shorter values are not redacted: they would be found everywhere. */
const MIN_LENGTH = 4;

/** More than this is never held back: only one short text repeated again and again can cross every place in it. */
const MAX_HELD_BACK = 64 * 1024;

/**
 * Replaces these values wherever they appear in a text: as they are, also without white space around them, each line of at
 * least 8 characters of a value of several lines, each such text in a value that is JSON, base64 and base64url (also as a
 * part of a longer text, and broken into lines), URL-encoded, JSON-escaped, and in hexadecimal. Of long values also
 * parts are found. Values of fewer than 4 characters are left as they are.
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
  if (secrets.length === 0) return { redact: (text) => text, safeEnd: (_, end) => end };
  const { maxLength, reachFrom } = indexSecrets(
    secrets.flatMap((value) => secretPatterns(secretParts(value))),
  );

  return {
    redact(text) {
      let out = '';
      let shown = 0;
      let hiddenTo = 0;
      for (let start = 0; start < text.length; start += 1) {
        const end = reachFrom(text, start)?.end ?? 0;
        if (end <= hiddenTo) continue;
        // What overlaps or touches what is hidden already is one piece with it.
        if (hiddenTo === 0 || start > hiddenTo) out += text.slice(shown, start) + REDACTED;
        shown = end;
        hiddenTo = end;
      }
      return out + text.slice(shown);
    },
    safeEnd(text, end) {
      let safe = end;
      const from = Math.max(0, end - MAX_HELD_BACK);
      for (let start = end - 1; start >= from && start > safe - maxLength; start -= 1) {
        const reach = reachFrom(text, start);
        if (reach && (reach.isOpen || reach.end > safe)) safe = start;
      }
      return safe;
    },
  };
}
