import type { ServerProcess } from '@ccs/server/testing/server-process';
import { waitFor } from '@ccs/server/testing/wait-for';
import { fileURLToPath } from 'node:url';

const PROGRAM = new URL('../programs/report-heap.js', import.meta.url);

/** For the environment of a server that can be asked what it holds. */
export function heapReportOptions(): Record<string, string> {
  return { NODE_OPTIONS: `--expose-gc --import=${JSON.stringify(fileURLToPath(PROGRAM))}` };
}

/** Kilobytes that a server still uses after its garbage is collected. Its environment has `heapReportOptions`. */
export async function heldKB(server: ServerProcess): Promise<number> {
  const before = reportsOf(server).length;
  process.kill(server.pid, 'SIGUSR2');
  return waitFor('the server to say what it holds', () => reportsOf(server)[before]);
}

function reportsOf(server: ServerProcess): readonly number[] {
  return [...server.output().matchAll(/^held (\d+) bytes$/gm)].map(([, bytes]) => Number(bytes) / 1000);
}
