/** The page of a review; with a file and a line, opened there. */
export function reviewHref(id: string, path: string | null = null, line: number | null = null): string {
  const query = new URLSearchParams({ id });
  if (path !== null) query.set('file', path);
  if (line !== null) query.set('line', String(line));
  return `/review/?${query.toString()}`;
}
