import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../process/run-child.mjs';
import { contentHash } from './content-hash.mjs';
import { buildEnvironment } from './environment.mjs';
import { removeOrphanedOutput } from './orphaned-output.mjs';
import { Stamp } from './stamp.mjs';
import { SetupError } from './step.mjs';

/**
 * The TypeScript projects that tsconfig.json names, compiled to their dist folders.
 * @param {string} root
 * @returns {import('./step.mjs').Step}
 */
export function packagesStep(root) {
  const stamp = new Stamp(root, 'packages');
  const folders = referencedFolders(root);
  const made = folders.map((folder) => path.join(root, folder, 'dist'));
  const wanted = () =>
    contentHash(root, ['tsconfig.json', 'tsconfig.base.json', ...folders], installed(root));
  return {
    title: 'compiling the packages (tsc -b)',
    isFresh: () => made.every((folder) => fs.existsSync(folder)) && stamp.matches(wanted()),
    async run(onChild) {
      stamp.clear();
      const value = wanted();
      for (const folder of folders) removeOrphanedOutput(path.join(root, folder));
      // The compiler trusts its own notes and doesn't see that a dist folder was removed.
      const force = made.every((folder) => fs.existsSync(folder)) ? [] : ['--force'];
      const result = await runChild(process.execPath, ['node_modules/typescript/bin/tsc', '-b', ...force], {
        cwd: root,
        env: buildEnvironment(),
        output: 'stderr',
        onSpawn: onChild,
      });
      if (!result.ok) throw new SetupError(`The packages did not compile (${result.ending}).`);
      stamp.write(value);
    },
  };
}

/**
 * The web pages as static files in apps/web/out.
 * @param {string} root
 * @returns {import('./step.mjs').Step}
 */
export function webStep(root) {
  const stamp = new Stamp(root, 'web');
  const folder = path.join(root, 'apps', 'web');
  const sources = ['apps/web', 'packages/contract', 'packages/core/src/vocabulary', 'tsconfig.base.json'];
  const wanted = () => contentHash(root, sources, installed(root));
  return {
    title: 'building the web pages (next build)',
    isFresh: () => fs.existsSync(path.join(folder, 'out', 'index.html')) && stamp.matches(wanted()),
    async run(onChild) {
      stamp.clear();
      const value = wanted();
      const result = await runChild(
        process.execPath,
        [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
        {
          cwd: folder,
          env: buildEnvironment(),
          output: 'stderr',
          onSpawn: onChild,
        },
      );
      if (!result.ok) throw new SetupError(`The web pages did not build (${result.ending}).`);
      stamp.write(value);
    },
  };
}

/** What a build depends on besides its sources: the dependencies. @param {string} root */
function installed(root) {
  return new Stamp(root, 'install').read() ?? '';
}

/** @param {string} root @returns {string[]} */
function referencedFolders(root) {
  const { references } = JSON.parse(fs.readFileSync(path.join(root, 'tsconfig.json'), 'utf8'));
  return references.map((/** @type {{ path: string }} */ reference) => reference.path);
}
