/**
 * A pattern of an `OutputSpec` as a regular expression over relative paths with `/`: `*` stands for anything within a
 * folder, `**` across folders (`**` + `/` also for none). All other characters stand for themselves.
 */
export function globToRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|[.+?^${}()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}
