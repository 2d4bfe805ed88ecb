import { addDays } from './dates.js';

/** Days in a row that end today or, while today is still open, yesterday. */
export function currentStreak(days, today) {
  const marked = new Set(days);
  let day = marked.has(today) ? today : addDays(today, -1);
  let length = 0;
  while (marked.has(day)) {
    length += 1;
    day = addDays(day, -1);
  }
  return length;
}

/** The longest run of days in a row there has ever been. */
export function bestStreak(days) {
  const marked = new Set(days);
  let best = 0;
  for (const first of marked) {
    if (marked.has(addDays(first, -1))) continue;
    let length = 1;
    while (marked.has(addDays(first, length))) length += 1;
    best = Math.max(best, length);
  }
  return best;
}

/** What the interface shows of one habit beside its fields. */
export function describe({ days = [] }, today) {
  const last = (count) =>
    Array.from({ length: count }, (_, index) => addDays(today, index - count + 1)).map((day) => ({
      day,
      on: days.includes(day),
    }));
  return {
    streak: currentStreak(days, today),
    best: bestStreak(days),
    doneToday: days.includes(today),
    week: last(7),
    month: last(30),
  };
}

/** Open habits first, then the longest streak. */
export function compare(a, b) {
  return a.doneToday - b.doneToday || b.streak - a.streak || a.createdAt.localeCompare(b.createdAt);
}

export function summarise(habits, today) {
  const described = habits.map((habit) => describe(habit, today));
  const since = addDays(today, -6);
  const marks = habits.flatMap(({ days = [] }) => days.filter((day) => day >= since && day <= today));
  return {
    cards: [
      { key: 'today', value: described.filter((habit) => habit.doneToday).length, of: habits.length },
      { key: 'streak', value: Math.max(0, ...described.map((habit) => habit.streak)), unit: 'day' },
      { key: 'best', value: Math.max(0, ...described.map((habit) => habit.best)), unit: 'day' },
      { key: 'week', value: marks.length, of: habits.length * 7 },
    ],
    groups: [],
  };
}
