import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runChild } from '../process/run-child.mjs';
import { ROOT } from '../root.mjs';
import { isolatedEnvironment } from './isolated-environment.mjs';
import { countTests } from './vitest-counts.mjs';

/** A run that takes longer hangs. */
const LIMIT_MS = 20 * 60_000;

/**
 * Runs one project of vitest.config.ts, with its own output on this process's, and counts its tests.
 * @param {string} project
 */
export async function runVitest(project) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ccs-test-'));
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const home = path.join(folder, 'home');
  const reportFile = path.join(folder, 'report.json');
  fs.mkdirSync(home);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ];
  const result = await runChild(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    cwd: ROOT,
    env: isolatedEnvironment(process.env, home),
    timeoutMs: LIMIT_MS,
  });
  if (!result.ok) console.log(`vitest (${project}): ${result.ending}`);
  const report = fs.existsSync(reportFile) ? JSON.parse(fs.readFileSync(reportFile, 'utf8')) : null;
  process.off('exit', removeFolder);
  removeFolder();
  return countTests(report, result.ok);
}
