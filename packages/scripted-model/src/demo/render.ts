import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a template may refer to: texts, and lists of rows with texts of their own. */
export interface Values {
  [key: string]: string | Values[];
}

// This file is as deep in src/ as it is in dist/.
const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));

const read = new Map<string, string>();

/** The text of a file in templates/. */
export function template(path: string): string {
  const known = read.get(path);
  if (known !== undefined) return known;
  // A section ends with its rows' own line break; the template's next one would double the empty line.
  const text = readFileSync(join(TEMPLATES, path), 'utf8').replace(/(\{\{\/\w+\}\}\n)\n/g, '$1');
  read.set(path, text);
  return text;
}

/**
 * Fill a template: `{{name}}` is escaped for the kind of file, `{{{name}}}` goes in as it is, `{{#rows}}…{{/rows}}` is
 * repeated for each row. Throws when a name is unknown, so that no file is ever written with a hole in it.
 */
export function render(text: string, values: Values, escape: (text: string) => string): string {
  // Split first: what a value holds is never read as a template again.
  return text
    .split(/(\{\{#\w+\}\}[\s\S]*?\{\{\/\w+\}\})/)
    .map((part) => {
      const section = /^\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}$/.exec(part);
      if (!section) return fill(part, values, escape);
      const rows = values[section[1] ?? ''];
      if (!Array.isArray(rows)) throw new Error(`The template asks for the rows "${section[1]}".`);
      return rows.map((row) => fill(section[2] ?? '', { ...values, ...row }, escape)).join('');
    })
    .join('');
}

function fill(text: string, values: Values, escape: (text: string) => string): string {
  return text.replace(/\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g, (_, raw?: string, name?: string) => {
    const value = values[raw ?? name ?? ''];
    if (typeof value !== 'string') throw new Error(`The template asks for the text "${raw ?? name}".`);
    return raw === undefined ? escape(value) : value;
  });
}
