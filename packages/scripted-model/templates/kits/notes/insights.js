import { addDays } from './dates.js';

/** Words of a text, in any language that puts spaces between them. */
export function countWords(text) {
  return text.split(/\s+/).filter(Boolean).length;
}

/** What the interface shows of one note beside its fields. */
export function describe({ body = '' }) {
  return { words: countWords(body) };
}

/** Pinned notes first, then the one changed last. */
export function compare(a, b) {
  return Boolean(b.pinned) - Boolean(a.pinned) || b.updatedAt.localeCompare(a.updatedAt);
}

export function summarise(notes, today) {
  const since = addDays(today, -6);
  return {
    cards: [
      { key: 'all', value: notes.length },
      { key: 'pinned', value: notes.filter((note) => note.pinned).length },
      { key: 'week', value: notes.filter((note) => note.createdAt.slice(0, 10) >= since).length },
      { key: 'words', value: notes.reduce((sum, note) => sum + countWords(note.body ?? ''), 0) },
    ],
    groups: [],
  };
}
