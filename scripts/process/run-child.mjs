import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Signals that mean "stop": given on to the child, so that ending this process ends the work, too. */
const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @type {Record<'inherit' | 'stderr' | 'capture', import('node:child_process').StdioOptions>} */
const STDIO = {
  inherit: ['ignore', 'inherit', 'inherit'],
  stderr: ['ignore', 2, 2],
  capture: ['ignore', 'pipe', 'pipe'],
};

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'inherit' | 'stderr' | 'capture'} [output] where it writes: as this process, all of it to this
 *   process's stderr, or into the result
 * @property {number} [timeoutMs] after which it is killed
 * @property {(pid: number) => void} [onSpawn]
 */

/**
 * @typedef {object} ChildResult
 * @property {boolean} ok it ended with exit code 0
 * @property {string} ending in words, for a message: `exit code 1`, `SIGKILL`, `ran longer than 60 s`
 * @property {string} output what it wrote, with `output: 'capture'`
 */

/**
 * Runs a program to its end, in a process group of its own. A stop signal to this process goes to the whole group,
 * and when the program has ended, this process exits as that signal would have ended it. Never rejects: a program
 * that cannot start is a result.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<ChildResult>}
 */
export function runChild(command, args, options = {}) {
  const { cwd, env, output = 'inherit', timeoutMs, onSpawn } = options;
  return new Promise((resolve) => {
    // npm does not end its install scripts when it is told to stop, nor vitest what its tests started.
    const child = spawn(command, args, { cwd, env, stdio: STDIO[output], detached: true });
    if (child.pid !== undefined) onSpawn?.(child.pid);
    const { pid } = child;
    const signalGroup = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        if (pid !== undefined) process.kill(-pid, signal);
      } catch {
        // Everything in it has ended already.
      }
    };

    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));

    /** @type {NodeJS.Signals | null} */
    let stoppedBy = null;
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      stoppedBy = signal;
      signalGroup(signal);
    };
    for (const signal of STOP_SIGNALS) process.on(signal, stop);

    let timedOut = false;
    const giveUp = () => {
      timedOut = true;
      signalGroup('SIGKILL');
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);

    const finish = (/** @type {boolean} */ ok, /** @type {string} */ ending) => {
      clearTimeout(timer);
      for (const signal of STOP_SIGNALS) process.off(signal, stop);
      if (stoppedBy !== null) {
        signalGroup('SIGKILL');
        process.exit(128 + constants.signals[stoppedBy]);
      }
      resolve({ ok, ending, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.once('error', (error) => finish(false, error.message));
    child.once('close', (code, signal) => {
      if (timedOut) finish(false, `ran longer than ${Math.round((timeoutMs ?? 0) / 1000)} s`);
      else finish(code === 0, signal ?? `exit code ${code}`);
    });
  });
}
