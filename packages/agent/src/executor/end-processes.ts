import { findMarkedProcesses } from './marked-processes.ts';

const POLL_MS = 40;
/** How long a process gets to end by itself after SIGTERM, so that a stop takes less than six seconds in all. */
const TERM_GRACE_MS = 4_500;
/** A killed process that is still there after this long hangs in the kernel: there is nothing more to do. */
const KILL_GRACE_MS = 3_000;

/**
 * Ends every process of these runs: SIGTERM, and SIGKILL for what is left after the grace. Resolves when all are gone.
 * @returns how many were ended.
 */
export async function endProcesses(
  runIds: readonly string[],
  graceMs: number = TERM_GRACE_MS,
): Promise<number> {
  const marks = new Set(runIds);
  const asked = new Set<number>();
  const killAt = Date.now() + graceMs;
  for (;;) {
    const alive = await findMarkedProcesses(marks);
    if (alive.length === 0 || Date.now() > killAt + KILL_GRACE_MS) return asked.size;
    const kill = Date.now() >= killAt;
    for (const pid of alive) {
      if (kill) send(pid, 'SIGKILL');
      else if (!asked.has(pid)) send(pid, 'SIGTERM');
      asked.add(pid);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Sends a signal; a process (or, for a negative id, a group) that is gone already is fine. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
