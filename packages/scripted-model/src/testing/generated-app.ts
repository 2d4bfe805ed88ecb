import { type ChildProcess, spawn } from 'node:child_process';

/** A running process of a generated app. */
export interface RunningApp {
  url: string;
  process: ChildProcess;
  /** Resolves when the process has ended and nobody holds its output any more, its own children included. */
  closed: Promise<void>;
  /** End whatever still runs of it. */
  stop: () => Promise<void>;
}

/**
 * Run `command` in the folder of a generated app, on a free port, and wait for the address that the app prints. Rejects
 * with what it printed when it ends before.
 */
export async function runApp(folder: string, command: string, args: string[]): Promise<RunningApp> {
  const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, PORT: '0' };
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const read = (part: Buffer): void => {
      printed += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    void closed.then(() => reject(new Error(`The app ended: ${printed}`)));
  });
  const stop = async (): Promise<void> => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL'); // the group has ended, or this system has none
    }
    await closed;
  };
  return { url, process: child, closed, stop };
}
