import { access, constants, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { git } from '../git.ts';
import { isInside } from '../is-inside.ts';
import { resolveRealPath } from '../real-path.ts';
import { addressProblem } from './git-address.ts';
import { locateRepository } from './locate-repository.ts';

/** What a task would work on. */
export interface SourceInspection {
  /** `git-folder`: a worktree of its repository; `plain-folder`: a copy; `clone`: a clone, not tried here. */
  readonly kind: 'git-folder' | 'plain-folder' | 'clone';
  /** The branch that is checked out; null when none is. Only for a repository. */
  readonly branch?: string | null;
  /** Changed and new files that are not committed, and so are not taken along. Only for a repository. */
  readonly uncommitted?: number;
  /** Where in the repository the folder is, with `/`. Only when it is not the top. */
  readonly subfolder?: string;
  /** Why it cannot be worked on; absent = it can. */
  readonly problem?: string;
}

/** Where git is, and which folders are the platform's own. */
export interface InspectionOptions {
  readonly PATH: string | undefined;
  readonly dataDirectory: string;
  readonly outputDirectory: string;
}

/** Looks at what a task is to work on, without changing anything. An address is only read, not contacted. */
export async function inspectSource(
  source: WorkspaceSource,
  options: InspectionOptions,
): Promise<SourceInspection> {
  if (source.kind === 'git') {
    const problem = addressProblem(source.url, source.ref);
    return { kind: 'clone', ...(problem === null ? {} : { problem }) };
  }
  const problem = await folderProblem(source.path);
  if (problem !== null) return { kind: 'plain-folder', problem };
  const real = await realpath(source.path);
  const [data, output] = [options.dataDirectory, options.outputDirectory].map((own) => resolveRealPath(own));
  if (isInside(data ?? '', real) && !isWorkspace(output ?? '', real)) {
    return { kind: 'plain-folder', problem: "This is the platform's own data folder." };
  }
  const repository = await locateRepository(real, options.PATH);
  if (repository) return inspectRepository(repository.top, repository.subfolder, options.PATH);
  if (isInside(real, data ?? '') || isInside(real, output ?? '')) {
    return { kind: 'plain-folder', problem: "The platform's own data folder is inside this folder." };
  }
  return { kind: 'plain-folder' };
}

const isWorkspace = (output: string, real: string) => real !== output && isInside(output, real);

async function folderProblem(path: string): Promise<string | null> {
  if (path.includes('\0') || !isAbsolute(path)) return 'The path must be absolute.';
  try {
    if (!(await stat(path)).isDirectory()) return 'This is not a folder.';
    await access(path, constants.R_OK | constants.X_OK);
    const isBare = await Promise.all(['HEAD', 'objects', 'refs'].map((name) => stat(join(path, name)))).then(
      () => true,
      () => false,
    );
    return isBare ? 'This is a bare git repository: give its address (file://…) instead.' : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' ? 'The server may not read this folder.' : 'There is no such folder.';
  }
}

async function inspectRepository(
  top: string,
  subfolder: string,
  path: string | undefined,
): Promise<SourceInspection> {
  const head = await git(top, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'], path);
  const place = { kind: 'git-folder', ...(subfolder === '' ? {} : { subfolder }) } as const;
  if (head.exitCode !== 0) {
    const why = head.stderr.trim();
    return { ...place, problem: why || 'This git repository has no commit yet.' };
  }
  const branch = await git(top, ['symbolic-ref', '-q', '--short', 'HEAD'], path);
  const status = await git(
    top,
    ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=normal'],
    path,
  );
  return {
    ...place,
    branch: branch.exitCode === 0 ? branch.stdout.trim() : null,
    uncommitted: status.stdout.split('\0').filter((entry) => entry !== '').length,
  };
}
