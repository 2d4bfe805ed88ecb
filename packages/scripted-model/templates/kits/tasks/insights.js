import { addDays } from './dates.js';

const RANK = { high: 0, normal: 1, low: 2 };

/** What the interface shows of one task beside its fields. */
export function describe({ done, due }, today) {
  return { overdue: !done && Boolean(due) && due < today, dueToday: !done && due === today };
}

/** Open tasks first, then by day, then by priority. */
export function compare(a, b) {
  const day = (entry) => entry.due || '9999-12-31';
  return (
    Boolean(a.done) - Boolean(b.done) ||
    day(a).localeCompare(day(b)) ||
    (RANK[a.priority] ?? 1) - (RANK[b.priority] ?? 1) ||
    a.createdAt.localeCompare(b.createdAt)
  );
}

export function summarise(tasks, today) {
  const open = tasks.filter((task) => !task.done);
  const week = addDays(today, 7);
  return {
    cards: [
      { key: 'open', value: open.length },
      { key: 'overdue', value: open.filter((task) => task.due && task.due < today).length, alert: true },
      { key: 'week', value: open.filter((task) => task.due >= today && task.due <= week).length },
      { key: 'done', value: tasks.length - open.length, of: tasks.length },
    ],
    groups: [],
  };
}
