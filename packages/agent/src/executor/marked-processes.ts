import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { RUN_MARK } from './agent-environment.ts';

/**
 * The processes whose environment carries the mark of one of these runs: the agent itself and everything that it
 * started, also what moved to a process group of its own. They are found by their mark at the moment of asking, so a
 * recycled process id is never taken for one of them.
 */
export async function findMarkedProcesses(runIds: ReadonlySet<string>): Promise<readonly number[]> {
  if (runIds.size === 0) return [];
  return existsSync('/proc/self/environ') ? findInProc(runIds) : findWithPs(runIds);
}

async function findInProc(runIds: ReadonlySet<string>): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      // Processes of other users, and those that just ended, cannot be read.
      const environ = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environ.includes(RUN_MARK) && environ.split('\0').some((entry) => isMark(entry, runIds))
        ? Number(pid)
        : null;
    }),
  );
  return found.filter((pid) => pid !== null);
}

function findWithPs(runIds: ReadonlySet<string>): Promise<readonly number[]> {
  return new Promise((resolve) => {
    execFile('ps', ['-axwwE', '-o', 'pid=,command='], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      resolve(error ? [] : readPs(stdout, runIds));
    });
  });
}

/** Reads `ps -axwwE -o pid=,command=`: each line is an id, the command and its environment. */
export function readPs(output: string, runIds: ReadonlySet<string>): readonly number[] {
  return output
    .split('\n')
    .filter((line) => line.split(/\s+/).some((word) => isMark(word, runIds)))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && pid !== process.pid);
}

function isMark(entry: string, runIds: ReadonlySet<string>): boolean {
  return entry.startsWith(`${RUN_MARK}=`) && runIds.has(entry.slice(RUN_MARK.length + 1));
}
