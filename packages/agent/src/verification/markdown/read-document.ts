import { FenceTracker } from '../../protocol/fences.ts';

/** What a line of a document is. `code`: in a fenced block, its delimiters included. */
type LineKind = 'heading' | 'text' | 'code' | 'blank' | 'front_matter' | 'rule';

/** One line of a Markdown document. */
export interface DocumentLine {
  /** 1-based. */
  readonly number: number;
  readonly kind: LineKind;
  /** Headings: 1–6; else 0. */
  readonly level: number;
  /** The line as it is written, a heading without its marks. */
  readonly text: string;
  /** The text that a reader sees: without HTML comments. */
  readonly visible: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const UNDERLINE = /^ {0,3}(?:(=+)|-+)[ \t]*$/;
/** Lines that cannot be the text of a heading that is underlined: quotes, table rows, list items, indented code. */
const NO_TITLE = /^(?: {4}|\t|\s*(?:[>|]|(?:[-*+]|\d{1,9}[.)])\s))/;
const STARS = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const TABLE_MARKS = /^[\s|:-]+$/;

/**
 * Reads a Markdown document line by line: headings (of both kinds), fenced code, front matter and comments are told
 * apart, which is all that the checks need. Linear in the length of the text, whatever it holds.
 */
export function readDocument(source: string): readonly DocumentLine[] {
  const raw = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const frontMatterEnd = endOfFrontMatter(raw);
  const fences = new FenceTracker();
  const lines: DocumentLine[] = [];
  let inComment = false;
  raw.forEach((text, index) => {
    const number = index + 1;
    if (index < frontMatterEnd) {
      lines.push({ number, kind: 'front_matter', level: 0, text, visible: '' });
      return;
    }
    if (!inComment && fences.takes(text)) {
      lines.push({ number, kind: 'code', level: 0, text, visible: text });
      return;
    }
    const outside = outsideComments(text, inComment);
    inComment = outside.inComment;
    lines.push(readLine(number, text, outside.visible, lines));
  });
  return lines;
}

function readLine(number: number, text: string, visible: string, before: DocumentLine[]): DocumentLine {
  const heading = HEADING.exec(visible);
  if (heading) {
    const title = withoutClosingMarks(heading[2] ?? '');
    return { number, kind: 'heading', level: heading[1]?.length ?? 1, text: title, visible: title };
  }
  const underline = UNDERLINE.exec(visible);
  const previous = before.at(-1);
  if (underline && previous?.kind === 'text' && !NO_TITLE.test(previous.text)) {
    const title = previous.visible.trim();
    before[before.length - 1] = {
      ...previous,
      kind: 'heading',
      level: underline[1] ? 1 : 2,
      text: title,
      visible: title,
    };
    return { number, kind: 'rule', level: 0, text, visible: '' };
  }
  if (visible.trim() === '') return { number, kind: 'blank', level: 0, text, visible: '' };
  const isRule = STARS.test(visible) || (visible.includes('-') && TABLE_MARKS.test(visible));
  return { number, kind: isRule ? 'rule' : 'text', level: 0, text, visible };
}

/** `Title ##` is the heading `Title`; `C#` stays. */
function withoutClosingMarks(heading: string): string {
  const title = heading.trim();
  let end = title.length;
  while (title[end - 1] === '#') end -= 1;
  return end === 0 || title[end - 1] === ' ' ? title.slice(0, end).trim() : title;
}

/** The number of lines of front matter (`---` … `---`) at the beginning; 0 when there is none. */
function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  return end === -1 ? 0 : end + 1;
}

/** What a line shows outside `<!-- … -->`; a comment may begin or end in it. */
function outsideComments(line: string, startsInside: boolean): { visible: string; inComment: boolean } {
  let visible = '';
  let inComment = startsInside;
  for (let at = 0; at < line.length; ) {
    const next = line.indexOf(inComment ? '-->' : '<!--', at);
    if (!inComment) visible += next === -1 ? line.slice(at) : line.slice(at, next);
    if (next === -1) break;
    at = next + (inComment ? 3 : 4);
    inComment = !inComment;
  }
  return { visible, inComment };
}
