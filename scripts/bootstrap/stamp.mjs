import fs from 'node:fs';
import path from 'node:path';

/**
 * A note in node_modules of what a step of the set-up was last done for. It lives there so that removing
 * node_modules forgets everything at once.
 */
export class Stamp {
  #file;

  /** @param {string} root @param {string} step */
  constructor(root, step) {
    this.#file = path.join(root, 'node_modules', '.ccs', step);
  }

  /** @param {string} value */
  matches(value) {
    return this.read() === value;
  }

  read() {
    try {
      return fs.readFileSync(this.#file, 'utf8');
    } catch {
      return null;
    }
  }

  /** @param {string} value */
  write(value) {
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    fs.writeFileSync(this.#file, value);
  }

  /** Before the work starts: if it is cut off, the next run does it again. */
  clear() {
    fs.rmSync(this.#file, { force: true });
  }
}
