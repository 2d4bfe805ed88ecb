import { join, resolve } from 'node:path';
import { isInside } from '../workspace/is-inside.ts';

/** What the platform says to one tool call. */
export type PermissionDecision =
  | { readonly behavior: 'allow' }
  | { readonly behavior: 'deny'; readonly message: string };

/** The tools that write a file, and the input field that names it. */
const FILE_WRITERS: Readonly<Record<string, string>> = {
  Write: 'file_path',
  Edit: 'file_path',
  MultiEdit: 'file_path',
  NotebookEdit: 'notebook_path',
};

/** The names of the tools that write a file. */
export const FILE_WRITING_TOOLS: readonly string[] = Object.keys(FILE_WRITERS);

/**
 * Tools that make no sense, or do harm, without a person at the keyboard: questions and plan mode wait for an
 * answer, worktrees leave the workspace, schedules and messages outlive the run or reach other sessions, findings are
 * shown to nobody.
 */
export const DISALLOWED_TOOLS: readonly string[] = [
  'EnterPlanMode',
  'ExitPlanMode',
  'EnterWorktree',
  'ExitWorktree',
  'CronCreate',
  'CronDelete',
  'CronList',
  'ScheduleWakeup',
  'RemoteTrigger',
  'SendMessage',
  'ListAgents',
  'TeamCreate',
  'TeamDelete',
  'PushNotification',
  'Monitor',
  'Workflow',
  'ReportFindings',
];

/** The path of the file that a tool call writes; null for other tools and for malformed input. */
export function writtenPath(tool: string, input: Readonly<Record<string, unknown>>): string | null {
  const field = FILE_WRITERS[tool];
  const path = field === undefined ? undefined : input[field];
  return typeof path === 'string' && path !== '' ? path : null;
}

/**
 * Decides a tool call: everything is accepted but writing a file outside the workspace.
 * @param realPath resolves symbolic links of the deepest part of a path that exists (see `resolveRealPath`).
 */
export function decideToolUse(options: {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly workspace: string;
  readonly home: string;
  readonly realPath: (path: string) => string;
}): PermissionDecision {
  const path = writtenPath(options.tool, options.input);
  if (path === null) return { behavior: 'allow' };
  const expanded = path === '~' || path.startsWith('~/') ? join(options.home, path.slice(1)) : path;
  const absolute = resolve(options.workspace, expanded);
  if (isInside(options.realPath(options.workspace), options.realPath(absolute))) return { behavior: 'allow' };
  return {
    behavior: 'deny',
    message: `${path} is outside the working folder ${options.workspace}. Write only inside it; use a path relative to it.`,
  };
}
