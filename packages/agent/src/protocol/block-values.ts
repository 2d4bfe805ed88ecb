/** Signs that YAML puts before a text of several lines. */
const YAML_TEXT = /^\s*[|>][-+]?\s*$/;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const WRAPPED = /^(\*\*|["'`])(.*)\1$/s;

/** The value as text over as many lines as it has, without the indentation that they share; empty when not given. */
export function textValue(lines: readonly string[] = []): string {
  const [first = '', ...rest] = lines.map((line) => line.replace(CONTROL, '').trimEnd());
  const indents = rest.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, each) => Math.min(least, each), Infinity);
  const text = [YAML_TEXT.test(first) ? '' : first, ...rest.map((line) => line.slice(indent))];
  return unwrap(text.join('\n').trim());
}

/** The value as one word or name: its first line that is not empty. */
export function lineValue(lines: readonly string[] = []): string {
  return unwrap(textValue(lines).split('\n', 1)[0]?.trim() ?? '');
}

/** One of the known words, however it is written (`API key`, `api-key`); undefined when it is none of them. */
export function wordValue<W extends string>(
  lines: readonly string[] | undefined,
  words: readonly W[],
): W | undefined {
  const word = lineValue(lines)
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return words.find((each) => each === word);
}

const YES = /^(?:true|yes|y|예|네)(?![\p{L}\p{N}])/iu;
const NO = /^(?:false|no|n|아니오|아니요)(?![\p{L}\p{N}])/iu;

/** `required`: true when not given; undefined when it is neither yes nor no. */
export function yesOrNoValue(lines: readonly string[] = []): boolean | undefined {
  const value = lineValue(lines);
  if (value === '' || YES.test(value)) return true;
  return NO.test(value) ? false : undefined;
}

/** Without the quotes, backticks or asterisks around the whole of it. */
export function unwrap(text: string): string {
  const match = WRAPPED.exec(text);
  const [, mark = '', inside = ''] = match ?? [];
  return match && !inside.includes(mark) ? inside.trim() : text;
}
