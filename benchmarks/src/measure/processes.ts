import { readdirSync, readFileSync } from 'node:fs';

/** The kernel's unit of processor time in /proc; 100 a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const SAMPLE_MS = 100;

/** Whether this system tells what processes use (Linux). */
export function canMeasureProcesses(): boolean {
  return process.platform === 'linux';
}

/** Seconds of processor time of a process and of all its children that have ended. */
export function cpuSeconds(pid: number | 'self'): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in parentheses, may hold anything; numbers follow it, and those of utime to cstime are the 12th to 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
}

/** Resident memory of a process, in MB. */
export function residentMB(pid: number): number {
  return (
    (Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024) / 1e6
  );
}

/** Watches a process and everything below it; `stop` tells the most memory that they had together, in MB. */
export function watchMemory(pid: number): { stop(): number } {
  let peak = 0;
  const look = (): void => {
    let sum = 0;
    for (const member of familyOf(pid)) {
      try {
        sum += residentMB(member);
      } catch {
        // It has ended.
      }
    }
    peak = Math.max(peak, sum);
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** A process and everything below it that runs now. */
export function familyOf(pid: number): readonly number[] {
  const family = [pid];
  for (const member of family) {
    try {
      for (const thread of readdirSync(`/proc/${member}/task`)) {
        const children = readFileSync(`/proc/${member}/task/${thread}/children`, 'utf8');
        family.push(...children.split(' ').filter(Boolean).map(Number));
      }
    } catch {
      // It has ended.
    }
  }
  return family;
}

/** The processes whose environment carries the mark of one of these runs, whoever their parent is. */
export function markedProcesses(runIds: readonly string[]): readonly number[] {
  const marks = new Set(runIds.map((runId) => `CCS_RUN_ID=${runId}`));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1')
          .split('\0')
          .some((entry) => marks.has(entry));
      } catch {
        // It has ended, or is somebody else's.
        return false;
      }
    });
}
