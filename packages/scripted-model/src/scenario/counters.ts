/** How often each fault has struck, by Claude session. Lives as long as the server does; forgets the oldest sessions. */
export interface Counters {
  /** Count one more under this name and return how many there were before. */
  take(sessionId: string, name: string): number;
  /** How many there are under this name. */
  count(sessionId: string, name: string): number;
}

/** Counters in memory, for at most `limit` sessions. */
export function createCounters(limit = 1000): Counters {
  const sessions = new Map<string, Map<string, number>>();
  return {
    count: (sessionId, name) => sessions.get(sessionId)?.get(name) ?? 0,
    take(sessionId, name) {
      const counts = sessions.get(sessionId) ?? new Map<string, number>();
      sessions.delete(sessionId);
      sessions.set(sessionId, counts);
      const oldest = sessions.keys().next();
      if (sessions.size > limit && !oldest.done) sessions.delete(oldest.value);
      const before = counts.get(name) ?? 0;
      counts.set(name, before + 1);
      return before;
    },
  };
}
