import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addDays, localToday } from '../src/dates.js';
import { model } from '../src/model.js';
import { start } from '../src/server.js';

let folder;
let app;
const base = `/api/${model.resource}`;
const titleKey = model.fields[0].key;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-'));
  app = await start({ port: 0, file: join(folder, 'data.json') });
});
after(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

async function call(method, path, body, type = 'application/json') {
  const init = body === undefined ? { method } : { method, headers: { 'content-type': type }, body };
  const response = await fetch(app.url + path, init);
  return { status: response.status, body: await response.json() };
}
const create = (fields) => call('POST', base, JSON.stringify({ ...model.samples[0], ...fields }));

test('the interface is served with a strict content policy', async () => {
  const page = await fetch(app.url);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-type'), /text\/html/);
  assert.match(page.headers.get('content-security-policy'), /default-src 'self'/);
  const html = await page.text();
  for (const [, name] of html.matchAll(/(?:src|href)="\/([^"]+)"/g)) {
    assert.equal((await fetch(`${app.url}/${name}`)).status, 200, name);
  }
});

test('an entry is created, listed, changed and removed', async () => {
  const created = await create({});
  assert.equal(created.status, 201);
  const { id } = created.body;
  assert.ok((await call('GET', base)).body.items.some((item) => item.id === id));
  const changed = await call('PATCH', `${base}/${id}`, JSON.stringify({ [titleKey]: 'Changed' }));
  assert.equal(changed.body[titleKey], 'Changed');
  assert.equal((await call('DELETE', `${base}/${id}`)).status, 200);
  assert.equal((await call('DELETE', `${base}/${id}`)).status, 404);
});

test('the list can be searched', async () => {
  const { body } = await create({ [titleKey]: 'Needle 바늘' });
  const found = await call('GET', `${base}?q=${encodeURIComponent('바늘')}`);
  assert.deepEqual(
    found.body.items.map((item) => item.id),
    [body.id],
  );
  assert.deepEqual((await call('GET', `${base}?q=nothing-like-this`)).body.items, []);
});

test('text is stored as it is, whatever it holds', async () => {
  const nasty = `<script>alert("1")</script> & 'quotes' 🦊`;
  const { body } = await create({ [titleKey]: nasty });
  assert.equal(body[titleKey], nasty);
});

test('what is wrong is refused with a code', async () => {
  assert.equal((await create({ [titleKey]: '' })).status, 422);
  assert.deepEqual((await create({ [titleKey]: '' })).body.problems, { [titleKey]: 'required' });
  assert.equal((await call('POST', base, '{"half":')).status, 400);
  assert.equal((await call('POST', base, 'a=b', 'text/plain')).status, 415);
  assert.equal((await call('POST', base, JSON.stringify({ x: 'y'.repeat(200_000) }))).status, 413);
  assert.equal((await call('PATCH', `${base}/nobody`, '{}')).status, 404);
  assert.equal((await call('GET', '/api/elsewhere')).status, 404);
  assert.equal((await call('GET', '/..%2fpackage.json')).status, 404);
  assert.equal((await call('GET', '/api/summary?today=soon')).status, 422);
});

test('the summary answers with cards', async () => {
  const { status, body } = await call('GET', '/api/summary');
  assert.equal(status, 200);
  assert.equal(body.cards.length, 4);
});

if (model.marks) {
  test('a day can be marked and cleared, but not a day to come', async () => {
    const today = localToday();
    const { body: entry } = await create({});
    const mark = (method, day) => call(method, `${base}/${entry.id}/days/${day}?today=${today}`);
    await mark('PUT', addDays(today, -1));
    assert.equal((await mark('PUT', today)).body.streak, 2);
    assert.equal((await mark('PUT', today)).body.streak, 2);
    assert.equal((await mark('DELETE', today)).body.streak, 1);
    assert.equal((await mark('PUT', addDays(today, 1))).status, 422);
  });
}
