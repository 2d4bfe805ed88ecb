import { dirname } from 'node:path';
import { check } from '../check-git.ts';
import { git, runGit } from '../git.ts';
import { cloneWords } from '../workspace-words.ts';
import type { Making } from './add-worktree.ts';
import { markBase } from './base-commit.ts';
import { requireAddress, withoutCredentials } from './git-address.ts';
import { WorkspaceSourceError } from './workspace-source-error.ts';

const TIMEOUT_MS = 600_000;

/** Variables of the server's environment that git's way to a server depends on. */
export const NETWORK_VARIABLES = [
  'HOME',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
] as const;
/** What a clone needs of the server's environment. */
export type NetworkEnvironment = {
  readonly [K in (typeof NETWORK_VARIABLES)[number]]?: string | undefined;
};

/**
 * Clones a repository and starts a branch `ccs/<name>` at its default branch, or at the branch or tag that is given. A name
 * and password in the address are used for this only: neither the clone's settings nor an error holds them.
 */
export async function cloneRepository(
  { url, ref }: { readonly url: string; readonly ref: string | null },
  making: Making,
  environment: NetworkEnvironment,
): Promise<void> {
  requireAddress(url, ref);
  const { folder, name, PATH, signal, onNote } = making;
  const given = NETWORK_VARIABLES.flatMap((key) => {
    const value = environment[key];
    return value ? [[key, value] as const] : [];
  });
  const env = {
    ...Object.fromEntries(given),
    GIT_ALLOW_PROTOCOL: 'http:https:ssh:file',
    // Nobody is there who could answer.
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
  };
  const which = ref === null ? [] : [`--branch=${ref}`];
  const started = Date.now();
  const result = await runGit(['clone', '-q', '--template=', ...which, '--', url, folder], PATH, {
    cwd: dirname(folder),
    env,
    timeoutMs: TIMEOUT_MS,
    signal,
  });
  if (result.exitCode !== 0) {
    if (signal?.aborted) throw new WorkspaceSourceError('Stopped while the repository was being cloned.');
    const isLate = Date.now() - started >= TIMEOUT_MS;
    const words = isLate ? 'It took longer than 10 minutes.' : result.stderr.trim();
    throw new WorkspaceSourceError(withoutCredentials(`git clone of ${url} failed: ${words}`));
  }
  const run = async (...args: readonly string[]) =>
    check(`git ${args[0] ?? ''}`, await git(folder, args, PATH));
  if (withoutCredentials(url) !== url) await run('remote', 'set-url', 'origin', withoutCredentials(url));
  const head = await git(folder, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'], PATH);
  if (head.exitCode !== 0) throw new WorkspaceSourceError('The repository has no commit yet.');
  await run('checkout', '-q', '--no-track', '-b', `ccs/${name}`);
  await markBase(folder, 'HEAD', PATH);
  onNote(cloneWords(`ccs/${name}`, withoutCredentials(url), head.stdout.trim()));
}
