/**
 * A step of the set-up: work that is done again only when what it was made from has changed.
 * @typedef {object} Step
 * @property {string} title what is going on, for the person who waits
 * @property {() => boolean} isFresh whether there is nothing to do
 * @property {(onChild: (pid: number) => void) => Promise<void>} run throws SetupError
 */

/** The set-up failed, for a reason that the message tells in full. */
export class SetupError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupError';
  }
}
