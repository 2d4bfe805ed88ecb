/** Lines `from` to `to`, with as many around them as it takes to make a text that stands in the file only once. */
export function uniqueSpan(
  lines: string[],
  span: { from: number; to: number },
): { from: number; to: number } {
  const whole = lines.join('\n');
  let { from, to } = span;
  while (!isUnique(whole, lines.slice(from, to + 1).join('\n')) && (from > 0 || to < lines.length - 1)) {
    if (from > 0) from -= 1;
    else to += 1;
  }
  return { from, to };
}

function isUnique(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return part !== '' && text.indexOf(part, first + 1) === -1;
}
