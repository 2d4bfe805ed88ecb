import { fileURLToPath } from 'node:url';
import { createEntries } from './entries.js';
import { createApp } from './http.js';
import { model } from './model.js';
import { openStore } from './store.js';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Open the store and start listening on 127.0.0.1. Resolves to the address and a way to stop. */
export async function start({ port = 3000, file = inProject(`data/${model.resource}.json`) } = {}) {
  const store = await openStore(file);
  const app = createApp({ model, entries: createEntries(model, store), publicFolder: inProject('public') });
  await new Promise((resolve, reject) => {
    app.once('error', reject);
    app.listen(port, process.env.HOST ?? '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${app.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        app.close(resolve);
        app.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, stop } = await start({ port: Number(process.env.PORT ?? 3000), file: process.env.DATA_FILE });
  console.log(`${model.title}: ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}
