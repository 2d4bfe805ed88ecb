const MOST = 160;

const REPLACE = [
  /(?:replace|change|rename)\s+["'“‘`]([^"'”’`\n]+)["'”’`]\s+(?:with|by|to|into)\s+["'“‘`]([^"'”’`\n]+)["'”’`]/i,
  /["'“‘`]([^"'”’`\n]+)["'”’`]\s*(?:→|->|=>)\s*["'“‘`]([^"'”’`\n]+)["'”’`]/,
  /["'“‘`]([^"'”’`\n]+)["'”’`]\s*(?:을|를)?\s*["'“‘`]([^"'”’`\n]+)["'”’`]\s*(?:으로|로)/,
];

/** A line in which a remark’s own words were put: “replace "a" with "b"”. Undefined when it does not say so. */
export function replacement(line: string, body: string): string[] | undefined {
  for (const pattern of REPLACE) {
    const [, from = '', to = ''] = pattern.exec(body) ?? [];
    if (from !== '' && line.includes(from)) return [line.replaceAll(from, () => to)];
  }
  return undefined;
}

const REVISED = { en: 'revised as requested', ko: '요청대로 고침' };
const AFTER_REVIEW = { en: 'Revised after review', ko: '검토 반영' };

/** A line with what a remark asks for, in the way that this kind of file can say it; undefined when it has none. */
export function noteAt(
  path: string,
  line: string,
  body: string,
  { language, isLast }: { language: 'en' | 'ko'; isLast: boolean },
): string[] | undefined {
  const words = quotable(body);
  if (/\.(?:md|mdx|markdown)$/i.test(path)) {
    if (isLast) return [line, '', `## ${AFTER_REVIEW[language]}`, `- “${words}”`];
    return markdownNote(line, `${REVISED[language]}: “${words}”`);
  }
  const comment = commentIn(path, `${AFTER_REVIEW[language]}: ${words}`);
  if (comment === undefined) return undefined;
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return isLast || isMarkup(path) ? [line, `${indent}${comment}`] : [`${indent}${comment}`, line];
}

function markdownNote(line: string, note: string): string[] {
  if (/^\s*\|[\s:|-]+\|\s*$/.test(line)) return [line];
  if (/\|\s*$/.test(line)) return [line.replace(/\s*\|\s*$/, ` (${note.replaceAll('|', '/')}) |`)];
  if (line.trim() === '' || /^\s*(?:#|```|---)/.test(line)) return [line, '', `${note}.`, ''];
  return [`${line} (${note})`];
}

function commentIn(path: string, text: string): string | undefined {
  const name = path.split('/').at(-1) ?? '';
  if (/\.(?:[cm]?[jt]sx?|java|go|rs|kt|swift|c|h|cpp|cs|php|dart|scala)$/i.test(name)) return `// ${text}`;
  if (/\.(?:css|scss|less)$/i.test(name)) return `/* ${text.replaceAll('*/', '* /')} */`;
  if (isMarkup(name)) return `<!-- ${text.replaceAll('--', '–').replaceAll('>', '›')} -->`;
  if (/\.(?:py|rb|sh|ya?ml|toml)$|^(?:Dockerfile|Makefile|\.gitignore|\.dockerignore)$/i.test(name)) {
    return `# ${text}`;
  }
  return /\.txt$/i.test(name) ? text : undefined;
}

/** True for a file of tags. */
export function isMarkup(path: string): boolean {
  return /\.(?:html?|xml|svg|vue|svelte)$/i.test(path);
}

/** The words of a remark on one line, so that they can stand between quotation marks. */
function quotable(body: string): string {
  const text = body.replace(/\s+/g, ' ').replace(/[“”]/g, "'").trim();
  const characters = [...text];
  return characters.length <= MOST ? text : `${characters.slice(0, MOST - 1).join('')}…`;
}
