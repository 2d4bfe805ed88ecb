const RETRY_MS = 1000;

/** Does its work whenever it is woken: never twice at once, and no wake-up is forgotten. After an error it tries again. */
export class Pump {
  readonly #work: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #wanted = false;
  #closed = false;

  constructor(work: () => Promise<void>, onError: (error: unknown) => void) {
    this.#work = work;
    this.#onError = onError;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#closed) return;
    this.#wanted = true;
    this.#running ??= this.#run();
  }

  /** No more work begins; resolves when the present one is done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#closed) {
      this.#wanted = false;
      try {
        await this.#work();
      } catch (error) {
        this.#onError(error);
        this.#wanted = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    // Right after the look at #wanted, with nothing in between: a wake-up comes either before or after both.
    this.#running = null;
  }
}
