/** What the agent is told about `required`. */
export const REQUIRED_PROBLEM = 'Its required must be true or false.';

/** What the agent is told about a key that takes one of these words. */
export function wordProblem(key: string, words: readonly string[]): string {
  return `Its ${key} must be one of ${words.join(', ')}.`;
}
