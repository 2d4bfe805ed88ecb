import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import type { MergeOptions } from '../workspace/merge/merge-work.ts';

const PROGRAM = join(import.meta.dirname, 'workspace-to-kill.mjs');

/** What a process is to do until it is killed. */
export type DoomedWork = {
  readonly workspace: string;
  readonly source: WorkspaceSource;
} & ({ readonly work: 'open' } | { readonly work: 'merge'; readonly options: MergeOptions });

/** When a process dies: around its git command of a number, from 1, or as soon as something matches the shell's pattern. */
export type Death =
  | { readonly number: number; readonly when: 'before' | 'after' }
  | { readonly during: string };

/**
 * Lets a process of its own work with the real git, and kills it and its git (SIGKILL) at exactly that point.
 * @returns false when it came to its end before that
 * @throws when it failed by itself
 */
export async function killAtGitCommand(folder: string, work: DoomedWork, death: Death): Promise<boolean> {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const count = join(folder, 'count');
  const inner = `env CCS_INNER=1 '${real}' "$@"`;
  const die = 'kill -9 $PPID; kill -9 -$$';
  const steps =
    'during' in death
      ? [
          `${inner} &`,
          `while kill -0 $! 2>/dev/null; do if ls ${death.during} >/dev/null 2>&1; then ${die}; fi; done`,
          'wait $!; exit $?',
        ]
      : [`if [ "$n" = ${death.number} ]; then`, ...(death.when === 'after' ? [inner] : []), die, 'fi'];
  await mkdir(folder, { recursive: true });
  await writeFile(count, '0');
  const program = [
    '#!/bin/sh',
    // Git calls itself by its name, too; those calls are not the process's.
    `[ -n "$CCS_INNER" ] && exec '${real}' "$@"`,
    `n=$(($(cat '${count}') + 1)); echo $n > '${count}'`,
    ...steps,
    `exec ${inner}`,
    '',
  ];
  await writeFile(join(folder, 'git'), program.join('\n'), { mode: 0o755 });
  const PATH = `${folder}:${process.env['PATH'] ?? ''}`;
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify({ ...work, PATH })], { env: { PATH } });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === null && code !== 0) throw new Error(errors);
  return signal === 'SIGKILL';
}
