// Walks the main user journey against the real server on a free port, with a data file of its own.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localToday } from '../src/dates.js';
import { model } from '../src/model.js';
import { start } from '../src/server.js';

const folder = await mkdtemp(join(tmpdir(), 'walk-'));
const file = join(folder, 'data.json');
const base = `/api/${model.resource}`;
const titleKey = model.fields[0].key;
let app = await start({ port: 0, file });
let passed = 0;
let failed = 0;
const made = [];

async function call(method, path, body) {
  const headers = { 'content-type': 'application/json' };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(app.url + path, init);
  const isJson = response.headers.get('content-type').includes('json');
  return { status: response.status, body: isJson ? await response.json() : await response.text() };
}

async function step(name, walk) {
  try {
    await walk();
    passed += 1;
    console.log(`ok ${passed + failed} - ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${passed + failed} - ${name}: ${error.message}`);
  }
}

await step('open the page', async () => {
  assert.match((await call('GET', '/')).body, /<main/);
});
await step('start with an empty list', async () => {
  assert.deepEqual((await call('GET', base)).body.items, []);
});
await step(`add ${model.samples.length} entries`, async () => {
  for (const sample of model.samples) {
    const { status, body } = await call('POST', base, sample);
    assert.equal(status, 201);
    made.push(body.id);
  }
});
await step('see all of them in the list', async () => {
  assert.equal((await call('GET', base)).body.items.length, model.samples.length);
});
await step('find one by a search', async () => {
  const wanted = encodeURIComponent(model.samples[0][titleKey]);
  assert.ok((await call('GET', `${base}?q=${wanted}`)).body.items.length >= 1);
});
await step('be told what is missing in an empty form', async () => {
  const { status, body } = await call('POST', base, {});
  assert.equal(status, 422);
  assert.ok(body.problems[titleKey]);
});
if (model.marks) {
  await step('mark today and see it in the streak and the last 30 days', async () => {
    const today = localToday();
    const { body } = await call('PUT', `${base}/${made[0]}/days/${today}?today=${today}`);
    assert.equal(body.streak, 1);
    assert.deepEqual(body.month.at(-1), { day: today, on: true });
  });
} else {
  await step('change an entry', async () => {
    const { body } = await call('PATCH', `${base}/${made[0]}`, { [titleKey]: 'Changed' });
    assert.equal(body[titleKey], 'Changed');
  });
}
await step('read the summary', async () => {
  assert.equal((await call('GET', '/api/summary')).body.cards.length, 4);
});
await step('restart the server and find everything again', async () => {
  const before = (await call('GET', base)).body.items;
  await app.stop();
  app = await start({ port: 0, file });
  assert.deepEqual((await call('GET', base)).body.items, before);
});
await step('remove an entry', async () => {
  assert.equal((await call('DELETE', `${base}/${made[0]}`)).status, 200);
  assert.equal((await call('GET', base)).body.items.length, model.samples.length - 1);
});

await app.stop();
await rm(folder, { recursive: true, force: true });
console.log(`walk: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
