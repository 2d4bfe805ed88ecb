/**
 * The user's text on one line: no control characters, no bidirectional overrides, no lone surrogates. Words that would
 * read as a placeholder or as a protocol marker in a document are worded differently.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd]+/gu, (run) => (run === '\u200d' ? run : ' '))
    .replace(/\bto[ -]?do\b/gi, (word) => (word.startsWith('t') ? 'to-do' : 'To-do'))
    .replace(/\b(TBD|FIXME|XXX)\b/gi, 'open')
    .replace(/lorem ipsum/gi, 'sample text')
    .replace(/\[?(?:\.{3}|…)\]?/g, '…')
    .replace(/[{}]{2,}/g, (run) => run.charAt(0))
    .replace(/={2,}/g, '=')
    .replace(/\s+/g, ' ')
    .trim();
}

/** At most `length` characters, cut between words where that is possible. */
export function cut(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const head = characters.slice(0, length - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > length * 0.6 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** A name for package.json: ASCII letters, digits and dashes; `fallback` when the title has none. */
export function slugOf(title: string, fallback: string): string {
  const ascii = title.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const slug = ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return slug.length >= 2 && !RESERVED.has(slug) ? slug : `${fallback}-app`;
}

const RESERVED = new Set([
  'node_modules',
  'node-modules',
  'favicon-ico',
  'http',
  'test',
  'fs',
  'path',
  'url',
]);

/** Korean particles that depend on the last syllable: `습관을(를)` → `습관을`. Undecided after other letters. */
export function fitParticles(text: string): string {
  return text.replace(
    /([가-힣])((?:\*\*|”)?) ?(은|을|이)\((는|를|가)\)/g,
    (_, last: string, mark: string, ...forms) => {
      const hasFinal = (last.charCodeAt(0) - 0xac00) % 28 > 0;
      return last + mark + String(hasFinal ? forms[0] : forms[1]);
    },
  );
}

/** Characters that mean something in Markdown become plain ones, also within table cells and HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (character) => {
    if (character === '<') return '&lt;';
    return character === '>' ? '&gt;' : `\\${character}`;
  });
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
