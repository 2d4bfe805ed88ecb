import { join, resolve } from 'node:path';
import type { ToolCall, ToolDecision } from '../executor/tool-call.ts';
import { isInside } from '../workspace/is-inside.ts';
import { resolveRealPath } from '../workspace/real-path.ts';

/** The tools of the verifier: they look, nothing else. */
export const READ_TOOLS: readonly string[] = ['Read', 'Glob', 'Grep'];

/** With these the verifier answers. */
const ANSWER_TOOL = 'StructuredOutput';

/** The path that a call looks at. Grep and Glob search the working folder when they name none. */
const PATH_FIELDS: Readonly<Record<string, string>> = { Read: 'file_path', Glob: 'path', Grep: 'path' };

/** Lets the verifier read inside the workspace, links resolved, and answer; everything else is refused. */
export function decideReadOnly(
  { tool, input }: Pick<ToolCall, 'tool' | 'input'>,
  { workspace, home }: { readonly workspace: string; readonly home: string },
): ToolDecision {
  if (tool === ANSWER_TOOL) return { behavior: 'allow' };
  const field = PATH_FIELDS[tool];
  if (field === undefined) return deny('You may only read: use Read, Glob and Grep.');
  const paths = [input[field] ?? '.'];
  // A pattern can lead out by itself.
  if (tool === 'Glob') paths.push(fixedPart(input['pattern'], input['path']));
  const real = resolveRealPath(workspace);
  for (const path of paths) {
    if (typeof path !== 'string' || path.includes('\0')) return deny('That is no path.');
    const expanded = path === '~' || path.startsWith('~/') ? join(home, path.slice(1)) : path;
    if (!isInside(real, resolveRealPath(resolve(workspace, expanded)))) {
      return deny(`${path} is outside the working folder. Read only inside it.`);
    }
  }
  return { behavior: 'allow' };
}

/** The folder that a glob pattern starts from; patterns with `..` behind a wildcard lead anywhere and count as the root. */
function fixedPart(pattern: unknown, base: unknown): string {
  if (typeof pattern !== 'string') return '.';
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => /[*?[{]/.test(part));
  if (parts.slice(Math.max(wild, 0)).includes('..')) return '/';
  const fixed = (wild === -1 ? parts : parts.slice(0, wild)).join('/');
  if (pattern.startsWith('/')) return fixed === '' ? '/' : fixed;
  return join(typeof base === 'string' ? base : '.', fixed);
}

function deny(message: string): ToolDecision {
  return { behavior: 'deny', message };
}
