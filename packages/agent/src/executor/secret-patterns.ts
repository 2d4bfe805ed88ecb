/** One character of a secret, or one byte of an encoding of it: the texts that may stand for it, longest first. */
type Token = readonly string[];

/** One way to write a secret, token by token. */
export type SecretPattern = readonly Token[];

/** Lines of a value that are shorter say too little to be searched for by themselves. */
const MIN_LINE_LENGTH = 8;
const HEX = /[0-9a-f]{2}/g;
/** `base64` and MIME break lines; JSON writes a line break as two characters. */
const BREAKS = ['', '\n', '\r\n', '\\n', '\\r\\n'];

/** Longer values are searched for in fewer spellings, each as a whole. */
const MAX_TOKENS = 4096;

/** All ways of writing a value: as it is, URL-encoded, JSON-escaped, base64 (also inside a longer text), hex; its lines. */
export function secretPatterns(value: string): readonly SecretPattern[] {
  const lines = value.split(/\r?\n/).filter((line) => line.length >= MIN_LINE_LENGTH);
  const parts = value.includes('\n') ? [value, ...lines] : [value];
  if (value.length > MAX_TOKENS) return [...new Set([...spellings(value), ...parts])].map((each) => [[each]]);
  return parts.flatMap((part) => [escaped(part), hex(part), ...base64(part)]);
}

function spellings(text: string): readonly string[] {
  const whole = [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text), hexOf(text)];
  return [...whole, ...base64(text).map((tokens) => tokens.map((token) => token.at(-1)).join(''))];
}

function escaped(text: string): SecretPattern {
  return [...text.replaceAll('\r\n', '\n')].map((character) => {
    const codes = hexOf(character).replace(HEX, '%$&');
    const units = Array.from({ length: character.length }, (_, index) =>
      character.charCodeAt(index).toString(16).padStart(4, '0'),
    );
    const unicode = units.map((unit) => `\\u${unit}`).join('');
    const unicodeUpper = units.map((unit) => `\\u${unit.toUpperCase()}`).join('');
    return longestFirst([
      character,
      codes,
      codes.toUpperCase(),
      ...special(character),
      ...(character.charCodeAt(0) < 0x20 || character.charCodeAt(0) > 0x7e ? [unicode, unicodeUpper] : []),
    ]);
  });
}

/** Characters that URLs and JSON write in ways of their own; JSON inside JSON doubles the backslashes. */
function special(character: string): readonly string[] {
  switch (character) {
    case ' ':
      return ['+'];
    case '"':
      return ['\\"', '\\\\\\"'];
    case '\\':
      return ['\\\\', '\\\\\\\\'];
    case '/':
      return ['\\/'];
    case '\t':
      return ['\\t', '\\\\t'];
    case '\n':
      return ['\r\n', '\\n', '\\r\\n', '\\\\n', '%0D%0A', '%0d%0a'];
    default:
      return [];
  }
}

function hex(text: string): SecretPattern {
  return (hexOf(text).match(HEX) ?? []).map((byte) => longestFirst([byte, byte.toUpperCase()]));
}

/**
 * The characters of base64 that depend on the value alone, for each of the three places where it can start within
 * a group; with the alphabet of URLs, too.
 */
function base64(text: string): readonly SecretPattern[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const from = [0, 2, 3][offset] ?? 0;
    const whole = encoded.slice(from, Math.floor(((offset + bytes.length) * 8) / 6));
    const tokens = [...whole].map((character, index) => {
      const alphabets = [character, character.replace('+', '-').replace('/', '_')];
      return longestFirst(
        alphabets.flatMap((each) => (index === 0 ? [each] : BREAKS.map((gap) => gap + each))),
      );
    });
    return tokens.length > 0 ? [tokens] : [];
  });
}

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

function longestFirst(texts: readonly string[]): Token {
  return [...new Set(texts)].sort((a, b) => b.length - a.length);
}
