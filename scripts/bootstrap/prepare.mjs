import path from 'node:path';
import { packagesStep, webStep } from './build.mjs';
import { installStep } from './install.mjs';
import { acquireLock } from './lock.mjs';

/** @typedef {'packages' | 'web'} Build */

const BUILDS = { packages: packagesStep, web: webStep };

/**
 * Installs and builds what is not up to date. Several processes may call it at once: one works, the others wait.
 * @param {string} root
 * @param {readonly Build[]} builds in the order in which they depend on each other
 * @throws SetupError when a step fails; the next call does that step again
 */
export async function prepare(root, builds) {
  const started = Date.now();
  const log = (/** @type {string} */ text) =>
    console.error(`[setup +${((Date.now() - started) / 1000).toFixed(1)} s] ${text}`);
  const steps = () => [installStep, ...builds.map((build) => BUILDS[build])].map((make) => make(root));
  if (steps().every((step) => step.isFresh())) return;

  const lock = await acquireLock(path.join(root, '.bootstrap.lock'), {
    onWait: (holder) => log(`waiting: ${holder} is setting up this folder`),
  });
  try {
    for (const step of steps()) {
      if (step.isFresh()) continue;
      log(step.title);
      await step.run((pid) => lock.workingChild(pid));
      lock.workingChild(null);
    }
    log('ready');
  } finally {
    lock.release();
  }
}
