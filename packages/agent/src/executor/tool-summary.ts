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
  const field = tellingField(input);
  const value = field ? redact(String(input[field])) : '';
  const shown = field?.endsWith('path') ? fromWorkspace(value, workspace) : value;
  return oneLine(`${tool} ${shown}`);
}

/** The name of the field that says most about a call; undefined when it is none of the usual ones. */
export function tellingField(input: Readonly<Record<string, unknown>>): string | undefined {
  return TELLING_FIELDS.find((name) => typeof input[name] === 'string' && input[name] !== '');
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
