const cents = (amount) => Math.round((amount ?? 0) * 100);

/** Sum of amounts without the rounding errors of binary fractions. */
export function total(entries) {
  return entries.reduce((sum, entry) => sum + cents(entry.amount), 0) / 100;
}

/** The month (YYYY-MM) before the one of `day`. */
export function previousMonth(day) {
  const [year, month] = day.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** An expense needs nothing beside its fields. */
export function describe() {
  return {};
}

/** The latest day first. */
export function compare(a, b) {
  return b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt);
}

export function summarise(expenses, today) {
  const month = today.slice(0, 7);
  const inMonth = (wanted) => expenses.filter((entry) => entry.date.startsWith(wanted));
  const current = inMonth(month);
  const sum = total(current);
  const names = [...new Set(current.map((entry) => entry.category))];
  const groups = names
    .map((name) => ({ name, value: total(current.filter((entry) => entry.category === name)) }))
    .sort((a, b) => b.value - a.value);
  const perDay = Math.round((sum / Number(today.slice(8))) * 100) / 100;
  return {
    cards: [
      { key: 'month', value: sum, money: true },
      { key: 'previous', value: total(inMonth(previousMonth(today))), money: true },
      { key: 'average', value: perDay, money: true },
      { key: 'count', value: current.length },
    ],
    groups: groups.map((group) => ({ ...group, share: sum === 0 ? 0 : group.value / sum })),
  };
}
