import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import type { Installation } from './server.ts';
import { tasksOf } from './tasks.ts';

/**
 * Where a secret of a task stands, in any of the ways in which programs write one: the files of the server, its output
 * and everything that its API says. Not looked at: what Claude Code keeps of the conversation, and the workspace, which
 * both belong to the agent.
 */
export async function findLeaks(value: string, installation: Installation, id: string): Promise<string[]> {
  const forms = formsOf(value);
  const leaks: string[] = [];
  const look = (place: string, text: string): void => {
    for (const [form, written] of forms) if (text.includes(written)) leaks.push(`${place}: ${form}`);
  };
  const agents = join('agents', id);
  for (const path of await filesIn(installation.dataDirectory)) {
    const name = relative(installation.dataDirectory, path);
    if (name.startsWith('projects') || name.startsWith(agents)) continue;
    look(name, await readFile(path, 'latin1'));
  }
  look('output of the server', installation.output());
  for (const path of await pathsOf(installation, id)) {
    const response = await fetch(`${installation.server.url}${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    look(path, await response.text());
  }
  return leaks;
}

/** Finds a secret in what a page shows, or holds without showing it. */
export async function findLeaksIn(value: string, page: Page): Promise<string[]> {
  const content = await page.content();
  return formsOf(value).flatMap(([form, written]) => (content.includes(written) ? [form] : []));
}

function formsOf(value: string): [form: string, written: string][] {
  const base64 = [0, 1, 2].map((shift): [string, string] => {
    const text = Buffer.from(`${'x'.repeat(shift)}${value}`).toString('base64');
    // Its ends hold bits of what stands beside it.
    return [`base64, ${shift} bytes further`, text.slice(shift === 0 ? 0 : 4, -4)];
  });
  return [
    ['as it is', value],
    ['hex', Buffer.from(value).toString('hex')],
    ['URL', encodeURIComponent(value)],
    ...base64,
  ];
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Everything that can be read of a task. */
async function pathsOf(installation: Installation, id: string): Promise<string[]> {
  const tasks = tasksOf(installation);
  const [reviews, task] = [await tasks.reviews(id), await tasks.task(id)];
  const parts = ['', '/status', '/phases', '/runs', '/events?limit=1000', '/logs?limit=2000', '/questions'];
  const more = ['/dependencies', '/messages', '/reviews', '/verifications', '/files'];
  const diffs = task.type === 'custom' ? [] : ['/diff', '/patch'];
  return [
    '/api/inbox',
    '/api/tasks',
    ...[...parts, ...more, ...diffs].map((part) => `/api/tasks/${id}${part}`),
    ...reviews.flatMap((review) => [`/api/reviews/${review.id}`, `/api/reviews/${review.id}/diff`]),
  ];
}
