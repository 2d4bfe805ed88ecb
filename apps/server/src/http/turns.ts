/** Lets work on the same thing happen one after the other; work on different things goes on side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does it once everything that came before for this key has ended, however that ended. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
