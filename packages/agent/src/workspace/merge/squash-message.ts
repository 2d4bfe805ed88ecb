import type { MergeOptions } from './merge-work.ts';

const TRAILER = 'Claude-Code-Server-Task';

/** The message of the single commit that a task's work becomes. */
export function squashMessage({ id, title }: MergeOptions['task']): string {
  const subject = title.replace(/\s+/gu, ' ').trim();
  return `${subject}\n\nMade by a task of Claude Code Server, in one commit.\n\n${TRAILER}: ${id}\n`;
}

/** A basic regular expression that finds that commit by its message, also after it was rebased. */
export const squashPattern = (taskId: string) => `^${TRAILER}: ${taskId}$`;
