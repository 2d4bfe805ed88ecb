import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';

/*
 * Stands in for Claude Code: runs it with the same arguments and streams, and notes when each `mark N end` first
 * leaves it. Arguments: the program, the file for the notes (`N nanoseconds` a line, by the machine's monotonic
 * clock), and then Claude Code's own.
 */
const [program = '', notes = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['inherit', 'pipe', 'inherit'] });
const seen = new Set<string>();

child.stdout.on('data', (chunk: Buffer) => {
  const now = process.hrtime.bigint();
  process.stdout.write(chunk);
  for (const [, mark = ''] of chunk.toString('latin1').matchAll(/mark (\d+) end/g)) {
    if (seen.has(mark)) continue;
    seen.add(mark);
    appendFileSync(notes, `${mark} ${now}\n`);
  }
});
child.on('close', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
});
