/** Counts what passed and failed over all suites. A suite that is cut off or crashes counts as one that failed. */
export class Tally {
  #passed = 0;
  #failed = 0;
  #unfinished = 0;

  /** @param {{ passed: number, failed: number }} counts */
  add({ passed, failed }) {
    this.#passed += passed;
    this.#failed += failed;
  }

  /**
   * Runs a suite and adds its counts.
   * @param {() => Promise<{ passed: number, failed: number } | void>} suite nothing to count when it returns nothing
   * @param {(error: unknown) => void} onCrash
   * @returns whether it came to its end
   */
  async run(suite, onCrash) {
    this.#unfinished += 1;
    try {
      const counts = await suite();
      if (counts !== undefined) this.add(counts);
      return true;
    } catch (error) {
      onCrash(error);
      this.#failed += 1;
      return false;
    } finally {
      this.#unfinished -= 1;
    }
  }

  /** Something passed and nothing failed. */
  isGood() {
    return this.#passed > 0 && this.#failed + this.#unfinished === 0;
  }

  /** `N passed, N failed`: the form that those who call `npm test` read. */
  lastLine() {
    return `${this.#passed} passed, ${this.#failed + this.#unfinished} failed`;
  }
}
