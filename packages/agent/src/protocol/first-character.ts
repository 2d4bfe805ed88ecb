/**
 * The code of the first character of a line that is not white space; NaN when there is none. Nearly all lines are
 * ordinary text: looking at one character spares them every regular expression.
 */
export function firstCharacter(line: string): number {
  let index = 0;
  let code = line.charCodeAt(0);
  while (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff) {
    index += 1;
    code = line.charCodeAt(index);
  }
  return code;
}
