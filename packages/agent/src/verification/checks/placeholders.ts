/*
 * What a text looks like that somebody meant to fill in. Code spans and quoted words are left out first: there such words
 * are talked about. Words of the task itself do not count, and a to-do app is full of “todo”: for it that word counts
 * only in comments.
 */

/** Addresses, code spans and quoted words. */
const QUOTED =
  /https?:\/\/\S*|`[^`]*`|“[^”]{0,200}”|"[^"]{0,200}"|‘[^’]{0,200}’|「[^」]{0,200}」|『[^』]{0,200}』/g;

/** Wherever they stand. */
const ANYWHERE: readonly RegExp[] = [
  /\bFIXME\b/,
  /(?<![\p{L}\p{N}_.-])(?:TBD|T\.B\.D\.?)(?![\w-])/u,
  /(?<![\w.-])X{3,}(?![\w-]|\.\w)/,
  /\blorem ipsum\b/i,
  /\bto be (?:filled (?:in|out)(?!\s+by)|(?:written|completed|added) (?:later|soon|here))\b/i,
  /\b(?:fill (?:this|me) in|write (?:this|me) later|(?:content|text|details?) goes here)\b/i,
  /<(?:placeholder|insert|your|enter|fill|describe|여기)(?![\w-])[^<>]{0,80}>/i,
  /\[(?:insert|your|describe|enter your|add your)\s[^\]]{1,80}\](?!\()/i,
  /\[(?:placeholder|TODO|TBD)\b[^\]]{0,80}\](?!\()/,
  /\{\{\s*[\w.]{1,60}\s*\}\}/,
  /(?:추후|나중)에?\s*(?:작성|기입|보완)\s*(?:예정|합니다|하겠|함|할\s*예정|필요|바람|[.)\]|]|$)/,
  /작성\s*예정(?!\s*일)/,
  /내용을?\s*(?:입력|작성|채워)\s*(?:하세요|해\s*주세요|주세요|하십시오|필요|바랍니다|예정|$)/,
  /여기에\s[^.。]{0,60}(?:하세요|해\s*주세요|하십시오|넣으세요|쓰세요|적으세요|채우세요)/,
  /\[[^\]]{0,60}(?:입력|작성|기입)(?:하세요|해\s*주세요|하십시오|\s*필요|\s*예정)?\](?!\()/,
];

/** A line, a table cell or what follows a colon that says nothing but this. */
const ALONE =
  /^(?:tba|xxx+|to be (?:determined|decided|defined|added|announced)|coming soon|미정(?:입니다|임)?|추후\s*(?:결정|정의|추가|보완|업데이트|확정)(?:\s*예정)?|작성\s*필요)[.!…]*$/i;

/** A whole line that only trails off. */
const ELLIPSIS = /^(?:…+|\.{3,})$/;

/** `TODO` as a marker at the beginning: `TODO: …`, `TODO(name)`, `- TODO`. */
const TODO = /^TODO(?:\s*[:(\-–—]|\s*$)/;
const TODO_INSIDE = /(?:^|[\s(])TODO\s*:/;

const LEADING_MARKS = /^(?:[\s>#*_~|-]|\d{1,9}[.)]\s|\[[ x]\]\s|\/\/|\/\*|<!--)*/i;
const TRAILING_MARK = /[\s*_~|]/;
const COMMENT_END = '-->';
const MAX_LINE = 4_000;

/** Tells whether a line of a document, outside code blocks, holds something that was meant to be filled in. */
export type PlaceholderFinder = (line: string) => boolean;

/** @param task the words of the task: its title and its prompt. */
export function createPlaceholderFinder(...task: readonly string[]): PlaceholderFinder {
  const words = task.join('\n').toLowerCase();
  const isAboutTodos = /to-?\s?do|투두|할\s?일/.test(words);
  return (line) => {
    const text = line.slice(0, MAX_LINE).replace(QUOTED, ' ');
    const found = ANYWHERE.some((pattern) => {
      const match = pattern.exec(text)?.[0];
      return match !== undefined && !words.includes(match.toLowerCase());
    });
    if (found) return true;
    const bare = withoutMarks(text);
    if (bare === '') return false;
    const comment = text.indexOf('<!--');
    if (comment !== -1 && TODO.test(withoutMarks(text.slice(comment)))) return true;
    if (ELLIPSIS.test(bare) || cells(text).some((cell) => ALONE.test(cell))) return true;
    if (isAboutTodos) return false;
    return TODO_INSIDE.test(text) || cells(text).some((cell) => TODO.test(cell));
  };
}

function withoutMarks(text: string): string {
  const start = LEADING_MARKS.exec(text)?.[0].length ?? 0;
  let end = text.length;
  for (;;) {
    if (end > start && TRAILING_MARK.test(text.charAt(end - 1))) end -= 1;
    else if (end >= start + COMMENT_END.length && text.startsWith(COMMENT_END, end - COMMENT_END.length)) {
      end -= COMMENT_END.length;
    } else return text.slice(start, end);
  }
}

/** The cells of a table row (or the line itself), and what follows the first colon of each. */
function cells(text: string): readonly string[] {
  return text.split('|').flatMap((cell) => {
    const bare = withoutMarks(cell);
    const colon = bare.search(/[:：]/);
    return colon === -1 ? [bare] : [bare, withoutMarks(bare.slice(colon + 1))];
  });
}
