const HOUR = 9;
const MINUTE_MS = 60_000;

/** Milliseconds until the next reminder: nine o'clock local time, at least a minute away. */
export function untilReminder(now = new Date()) {
  const next = new Date(now);
  next.setHours(HOUR, 0, 0, 0);
  if (next - now < MINUTE_MS) next.setDate(next.getDate() + 1);
  return next - now;
}

/** One line of text: the numbers on top of the page. */
export function reminderText(model, { cards }) {
  const numbers = cards
    .filter(({ key }) => model.texts.insights[key])
    .map(
      ({ key, value, of }) => `${model.texts.insights[key]}: ${of === undefined ? value : `${value}/${of}`}`,
    );
  return [model.title, ...numbers].join('\n');
}

/** Send a text to an incoming webhook. False when there is none or it does not take it: the app goes on either way. */
export async function sendReminder(url, text) {
  if (!url) return false;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Send a reminder each day, for as long as the app runs; nothing without an address. Returns how to stop. */
export function startReminders(url, text) {
  if (!url) return () => undefined;
  let timer;
  const plan = () => {
    timer = setTimeout(async () => {
      plan();
      await sendReminder(url, text());
    }, untilReminder());
    timer.unref();
  };
  plan();
  return () => clearTimeout(timer);
}
