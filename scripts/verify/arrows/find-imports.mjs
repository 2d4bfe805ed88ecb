import { parseSync, Visitor } from 'oxc-parser';

/**
 * One mention of another module.
 * @typedef {object} FoundImport
 * @property {string | null} specifier null when it is computed, so that nobody can tell where it leads
 * @property {number} line 1-based
 */

/**
 * Every way in which a source file can name another module: import and export declarations (of values and of
 * types), `import()`, `import('…').Type`, `import x = require('…')` and `require`. Not `require.resolve` and
 * `import.meta.resolve`: they look a file up and import nothing.
 * @param {string} file its name says the language
 * @param {string} text
 * @returns {FoundImport[]}
 * @throws when the file does not parse: an unread file would pass unchecked
 */
export function findImports(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  /** @type {FoundImport[]} */
  const found = [];
  /** @param {{ type: string, start: number } | null | undefined} source */
  const add = (source) => {
    if (source) found.push({ specifier: literalText(source), line: lineAt(text, source.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    TSExternalModuleReference: (node) => add(node.expression),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') add(node.arguments[0]);
    },
  }).visit(program);
  return found;
}

/** @param {object} node @returns {string | null} */
function literalText(node) {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('quasis' in node && Array.isArray(node.quasis) && node.quasis.length === 1) {
    return node.quasis[0].value.cooked ?? null;
  }
  return null;
}

/** @param {string} text @param {number} offset */
function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}
