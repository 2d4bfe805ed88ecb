/** A file that the verifier has read. */
export interface ReadFile {
  path: string;
  lines: string[];
}

/** Words that show a verdict, and where they stand. */
export interface Evidence {
  path: string;
  line: number | null;
  text: string;
}

/** The first line of each file that is like this. */
export function linesLike(pattern: RegExp, files: ReadFile[]): Evidence[] {
  return files.flatMap(({ path, lines }) => {
    const index = lines.findIndex((line) => pattern.test(line));
    return index === -1 ? [] : [{ path, line: index + 1, text: (lines[index] ?? '').slice(0, 200) }];
  });
}
