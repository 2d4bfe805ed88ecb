const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * Milliseconds to wait before attempt number `attempt` (0-based): doubles up to 15 s, of which a random half, so
 * that the browsers of many people do not come back in the same instant.
 */
export function backoffMs(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * random);
}
