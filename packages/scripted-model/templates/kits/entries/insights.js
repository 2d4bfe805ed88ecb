import { addDays } from './dates.js';

/** An entry is recent for a week after it was made. */
export function describe({ createdAt }, today) {
  return { recent: createdAt.slice(0, 10) >= addDays(today, -6) };
}

/** Open entries first, then the newest day. */
export function compare(a, b) {
  const day = (entry) => entry.date || entry.createdAt.slice(0, 10);
  return (
    Boolean(a.done) - Boolean(b.done) ||
    day(b).localeCompare(day(a)) ||
    b.createdAt.localeCompare(a.createdAt)
  );
}

export function summarise(entries, today) {
  const done = entries.filter((entry) => entry.done).length;
  const tags = new Set(entries.flatMap((entry) => entry.tags ?? []));
  return {
    cards: [
      { key: 'all', value: entries.length },
      { key: 'week', value: entries.filter((entry) => describe(entry, today).recent).length },
      { key: 'tags', value: tags.size },
      { key: 'done', value: done, of: entries.length },
    ],
    groups: [],
  };
}
