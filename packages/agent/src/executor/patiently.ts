/** Pauses between tries: a database that is busy, or a disk that somebody clears, gets about five seconds. */
const PAUSES_MS = [50, 250, 1_000, 4_000];

/** Whoever waits for a stop waits no longer than this for a report. */
const MAX_PAUSE_WHEN_STOPPED_MS = 250;

/**
 * Does what may fail in passing, at most five times in about five seconds; three times once it is to stop.
 * @throws what the last try threw.
 */
export async function patiently<T>(work: () => Promise<T>, isStopped: () => boolean): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      if (isStopped() && pause > MAX_PAUSE_WHEN_STOPPED_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
