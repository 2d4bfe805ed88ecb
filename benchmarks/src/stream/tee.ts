import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../programs/tee-claude.js', import.meta.url));

/** A stand-in for Claude Code that notes when its output leaves it. */
export interface Tee {
  /** For `CCS_CLAUDE_EXECUTABLE`. */
  readonly executable: string;
  /** When each numbered line left Claude Code, in nanoseconds of the machine's monotonic clock. */
  departures(): Promise<ReadonlyMap<number, bigint>>;
}

export async function createTee(folder: string, claude: string): Promise<Tee> {
  const executable = path.join(folder, 'claude-with-notes');
  const notes = path.join(folder, 'departures');
  const quoted = [process.execPath, PROGRAM, claude, notes].map(
    (word) => `'${word.replaceAll("'", `'\\''`)}'`,
  );
  await writeFile(executable, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`);
  await chmod(executable, 0o755);
  return {
    executable,
    async departures() {
      const lines = (await readFile(notes, 'utf8')).trim().split('\n');
      return new Map(
        lines.map((line) => {
          const [mark, at] = line.split(' ');
          return [Number(mark), BigInt(at ?? 0)];
        }),
      );
    },
  };
}
