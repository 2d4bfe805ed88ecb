import fs from 'node:fs';
import path from 'node:path';
import { buildEnvironment } from '../bootstrap/environment.mjs';
import { runChild } from '../process/run-child.mjs';
import { ROOT } from '../root.mjs';
import { verifyArrows } from './arrows/verify-arrows.mjs';
import { lockfileDefects } from './lockfile.mjs';

/**
 * Runs one of the installed tools, quietly.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 */
function tool(script, ...args) {
  return runChild(process.execPath, [path.join('node_modules', script), ...args], {
    cwd: ROOT,
    env: buildEnvironment(),
    output: 'capture',
  });
}

/** The compiler over the packages, then over what no package builds: tests, benchmarks, scripts, the web. */
async function types() {
  const compiler = 'typescript/bin/tsc';
  const results = [
    await tool(compiler, '-b'),
    await tool(compiler, '-p', 'tsconfig.tests.json'),
    await tool(compiler, '-p', 'scripts/tsconfig.json'),
    await tool(compiler, '-p', 'apps/web/tsconfig.json', '--noEmit'),
  ];
  return { ok: results.every(({ ok }) => ok), output: results.map(({ output }) => output).join('') };
}

async function lockfile() {
  const defects = lockfileDefects(JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
  return { ok: defects.length === 0, output: defects.join('\n') };
}

/**
 * Every check of the source, in the order in which they help each other: lint and dead code read compiled types.
 * @type {readonly import('./run-steps.mjs').VerifyStep[]}
 */
export const STEPS = [
  { name: 'format', run: () => tool('@biomejs/biome/bin/biome', 'format', '.') },
  { name: 'types', run: types },
  { name: 'lint', run: () => tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'arrows', run: () => verifyArrows(ROOT) },
  { name: 'dead code', run: () => tool('knip/bin/knip.js') },
  { name: 'lockfile', run: lockfile },
];
