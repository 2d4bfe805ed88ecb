import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A program of `testing/programs/` in a process of its own, to be killed without warning. */
export class ChildProgram {
  readonly #process: ChildProcess;
  readonly #lines: string[] = [];
  #errors = '';
  #ended = false;
  /** Wakes who waits for lines. */
  #wake: () => void = () => undefined;

  /** Runs the built program: the Node versions we support do not run TypeScript. */
  constructor(name: string, args: readonly string[]) {
    const path = fileURLToPath(new URL(`../../dist/testing/programs/${name}.js`, import.meta.url));
    this.#process = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let rest = '';
    this.#process.stdout?.on('data', (data: Buffer) => {
      const parts = (rest + data.toString()).split('\n');
      rest = parts.pop() ?? '';
      this.#lines.push(...parts);
      this.#wake();
    });
    this.#process.stderr?.on('data', (data: Buffer) => {
      this.#errors += data.toString();
    });
    this.#process.once('close', () => {
      this.#ended = true;
      this.#wake();
    });
  }

  /** Waits until it has written so many lines. @throws when it ends before. */
  async lines(count: number): Promise<readonly string[]> {
    while (this.#lines.length < count) {
      if (this.#ended) throw new Error(`the program ended early:\n${this.#errors}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#lines;
  }

  /** Kills it with SIGKILL; returns all lines that it wrote. */
  async kill(): Promise<readonly string[]> {
    const closed = once(this.#process, 'close');
    this.#process.kill('SIGKILL');
    await closed;
    return this.#lines;
  }
}
