import { fileURLToPath } from 'node:url';
import { localToday } from './dates.js';
import { createEntries } from './entries.js';
import { createApp } from './http.js';
import { model } from './model.js';
import { reminderText, startReminders } from './reminder.js';
import { openStore } from './store.js';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Open the store and start listening on 127.0.0.1. Resolves to the address and a way to stop. `webhook` gets the reminders. */
export async function start({ port = 3000, file = inProject(`data/${model.resource}.json`), webhook } = {}) {
  const store = await openStore(file);
  const entries = createEntries(model, store);
  const app = createApp({ model, entries, publicFolder: inProject('public') });
  await new Promise((resolve, reject) => {
    app.once('error', reject);
    app.listen(port, process.env.HOST ?? '127.0.0.1', resolve);
  });
  const stopReminders = startReminders(webhook, () => reminderText(model, entries.summary(localToday())));
  return {
    url: `http://127.0.0.1:${app.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        stopReminders();
        app.close(resolve);
        app.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { PORT = 3000, DATA_FILE, REMINDER_WEBHOOK_URL } = process.env;
  const { url, stop } = await start({ port: Number(PORT), file: DATA_FILE, webhook: REMINDER_WEBHOOK_URL });
  console.log(`${model.title}: ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}
