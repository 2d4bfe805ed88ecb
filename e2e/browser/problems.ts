import type { BrowserContext } from 'playwright-core';

/** What a page must never do: write an error to the console, throw, break the content policy, or go to another host. */
export class PageProblems {
  #found: string[] = [];
  #expected: readonly RegExp[] = [];

  /** Listens to every page of this context. */
  watch(context: BrowserContext, origin: string): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#found.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (thrown) => {
      const error = thrown.error();
      this.#found.push(`thrown: ${error.stack ?? error.message}`);
    });
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) this.#found.push(`request to ${url}`);
    });
  }

  /** Errors that this test brings about on purpose, until `take`. */
  expect(...patterns: readonly RegExp[]): void {
    this.#expected = patterns;
  }

  /** What was found and not expected; forgets it. */
  take(): string[] {
    const found = this.#found.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
    this.#found = [];
    this.#expected = [];
    return found;
  }
}
