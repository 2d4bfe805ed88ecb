import path from 'node:path';
import { runChild } from '../process/run-child.mjs';
import { contentHash } from './content-hash.mjs';
import { buildEnvironment } from './environment.mjs';
import { isInstalledAsLocked } from './installed-tree.mjs';
import { Stamp } from './stamp.mjs';
import { SetupError } from './step.mjs';
import { workspaceFolders } from './workspaces.mjs';

/** Native packages are chosen for these, so another one needs another node_modules. */
const MACHINE = `${process.platform}-${process.arch}-${process.versions.modules}`;

/**
 * The dependencies, exactly as locked.
 * @param {string} root
 * @returns {import('./step.mjs').Step}
 */
export function installStep(root) {
  const stamp = new Stamp(root, 'install');
  const wanted = () => {
    const manifests = ['.', ...workspaceFolders(root)].map((folder) => path.join(folder, 'package.json'));
    return `${MACHINE} ${contentHash(root, ['package-lock.json', ...manifests])}`;
  };
  return {
    title: 'installing the dependencies (npm ci), about a minute the first time',
    isFresh() {
      const value = wanted();
      if (stamp.matches(value)) return true;
      const other = stamp.read();
      const sameMachine = other === null || other.startsWith(`${MACHINE} `);
      if (!sameMachine || !isInstalledAsLocked(root)) return false;
      stamp.write(value);
      return true;
    },
    async run(onChild) {
      stamp.clear();
      const [command, ...prefix] = npmCommand();
      const result = await runChild(
        command,
        [...prefix, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
        {
          cwd: root,
          env: buildEnvironment(),
          output: 'stderr',
          onSpawn: onChild,
        },
      );
      if (!result.ok) {
        throw new SetupError(
          `npm ci failed (${result.ending}); what it said is above. Check the network, then run the command again.`,
        );
      }
      stamp.write(wanted());
    },
  };
}

/**
 * The npm that runs this script, else the one on the PATH.
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const cli = process.env.npm_execpath ?? '';
  return path.basename(cli) === 'npm-cli.js' ? [process.execPath, cli] : ['npm'];
}
