/** The lines of a file as the Read tool prints them: `    12→text`. What comes after them, such as a reminder, is left out. */
export function readLines(result: string): string[] {
  const lines: string[] = [];
  for (const line of result.split('\n')) {
    const match = /^\s*(\d+)[→\t](.*)$/s.exec(line);
    if (!match || Number(match[1]) !== lines.length + 1) break;
    lines.push(match[2] ?? '');
  }
  return lines;
}
