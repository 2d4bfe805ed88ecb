/** Numbers, money and days as people of this language write them. Days are YYYY-MM-DD and have no time zone. */
export function createFormat(language, currency) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const money = new Intl.NumberFormat(language, { style: 'currency', currency });
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const date = (text) => new Date(`${text}T00:00:00Z`);
  return {
    number: (value) => number.format(value),
    money: (value) => money.format(value ?? 0),
    percent: (value) => percent.format(value),
    day: (text) => day.format(date(text)),
    weekday: (text) => weekday.format(date(text)),
  };
}
