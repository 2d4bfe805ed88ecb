/** One character of a secret, or one byte of an encoding of it: the texts that may stand for it, longest first. */
type Token = readonly string[];

/** One way to write a secret, token by token. */
export type SecretPattern = readonly Token[];

const HEX = /[0-9a-f]{2}/g;
/** `base64` and MIME break lines; JSON writes a line break as two characters. */
const BREAKS = ['', '\n', '\r\n', '\\n', '\\r\\n'];

/** Longer values are searched for in fewer spellings. */
const MAX_TOKENS = 4096;
/** So much of a secret is enough to find it: the time for a place in a text is bounded, however long the secret is. */
const PIECE = 64;
const LITERAL_PIECE = 256;

/**
 * All ways of writing these texts: as they are, URL-encoded, JSON-escaped, base64 (also inside a longer text), hex. Long ones
 * come as pieces of equal length, which together are the whole.
 */
export function secretPatterns(texts: readonly string[]): readonly SecretPattern[] {
  // The same characters come again and again, also in what is put together here.
  const escapedToken = remembering(escapedCharacter);
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const patterns = texts.flatMap((text) =>
    text.length > MAX_TOKENS || total > 8 * MAX_TOKENS
      ? spellings(text).flatMap(literals)
      : [escaped(text, escapedToken), hex(text), ...base64(text)].flatMap((tokens) => pieces(tokens, PIECE)),
  );
  return [
    ...new Map(patterns.map((pattern) => [pattern.map(([longest]) => longest).join(''), pattern])).values(),
  ];
}

function literals(spelling: string): readonly SecretPattern[] {
  return pieces([...spelling], LITERAL_PIECE).map((piece) => [[piece.join('')]]);
}

/** The last piece begins earlier when the others leave less than one. */
function pieces<T>(tokens: readonly T[], size: number): readonly (readonly T[])[] {
  const last = Math.max(0, tokens.length - size);
  return Array.from({ length: Math.max(1, Math.ceil(tokens.length / size)) }, (_, index) => {
    const start = Math.min(index * size, last);
    return tokens.slice(start, start + size);
  });
}

function spellings(text: string): readonly string[] {
  const whole = [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(Buffer.from(text).toString()),
    hexOf(text),
  ];
  return [...whole, ...base64(text).map((tokens) => tokens.map((token) => token.at(-1)).join(''))];
}

function escaped(text: string, tokenOf: (character: string) => Token): SecretPattern {
  return [...text.replaceAll('\r\n', '\n')].map(tokenOf);
}

function escapedCharacter(character: string): Token {
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
  return (hexOf(text).match(HEX) ?? []).map(hexByte);
}

const hexByte = remembering((byte): Token => longestFirst([byte, byte.toUpperCase()]));

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
    const tokens = [...whole].map((character, index) =>
      index === 0 ? alphabets(character) : base64Character(character),
    );
    return tokens.length > 0 ? [tokens] : [];
  });
}

/** A character of base64 in both alphabets. */
function alphabets(character: string): Token {
  return longestFirst([character, character.replace('+', '-').replace('/', '_')]);
}

const base64Character = remembering(
  (character): Token => longestFirst(alphabets(character).flatMap((each) => BREAKS.map((gap) => gap + each))),
);

/** The same answer for the same text, worked out once. */
function remembering(work: (text: string) => Token): (text: string) => Token {
  const known = new Map<string, Token>();
  return (text) => {
    const answer = known.get(text) ?? work(text);
    known.set(text, answer);
    return answer;
  };
}

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

function longestFirst(texts: readonly string[]): Token {
  return [...new Set(texts)].sort((a, b) => b.length - a.length);
}
