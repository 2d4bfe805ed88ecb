import { relative } from 'node:path';
import type { Redact } from './redactor.ts';

const MAX_SUMMARY = 200;

/** The input field that says most about a call of a built-in tool. */
const TELLING_FIELDS = [
  'file_path',
  'notebook_path',
  'command',
  'pattern',
  'description',
  'url',
  'query',
  'path',
  'skill',
];

/** A tool call in one line, such as `Write docs/planning/01_idea.md` or `Bash npm test`. */
export function summarizeToolUse(
  tool: string,
  input: Readonly<Record<string, unknown>>,
  workspace: string,
  redact: Redact,
): string {
  if (tool.startsWith('mcp__ccs__')) {
    const numbers = [input['phase'], input['step']].filter((number) => typeof number === 'number');
    return `${tool.slice('mcp__ccs__'.length)} ${numbers.join('.')}`.trim();
  }
  const field = TELLING_FIELDS.find((name) => typeof input[name] === 'string' && input[name] !== '');
  const value = redact(field ? String(input[field]) : (fieldLines(input)[0] ?? ''));
  const shown = field?.endsWith('path') ? fromWorkspace(value, workspace) : value;
  return oneLine(`${tool} ${shown}`);
}

/** The fields of an input as lines such as `url: https://example.com`; parts of a field as `options.limit: 5`. */
export function fieldLines(input: unknown, name = ''): readonly string[] {
  if (typeof input !== 'object' || input === null) return name === '' ? [] : [`${name}: ${String(input)}`];
  return Object.entries(input).flatMap(([key, value]: [string, unknown]) =>
    fieldLines(value, name === '' ? key : `${name}.${key}`),
  );
}

/** The first line that says something, at most 200 characters. */
export function oneLine(text: string): string {
  const line =
    text
      .split('\n', 50)
      .find((candidate) => candidate.trim() !== '')
      ?.trim() ?? '';
  return line.length > MAX_SUMMARY ? `${line.slice(0, MAX_SUMMARY - 1)}…` : line;
}

/** A path in the workspace relative to it; another one as it is. */
export function fromWorkspace(path: string, workspace: string): string {
  const way = relative(workspace, path);
  return way === '' || way.startsWith('..') ? path : way;
}
