/** How long a test waits for what must happen, on a machine that is busy with other tests. */
export const PATIENT = { timeout: 30_000, interval: 50 };
