import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { openStore } from '../src/store.js';

let folder;
let file;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
  file = join(folder, 'data', 'entries.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what was added is there after opening the file again', async () => {
  const store = await openStore(file);
  const added = await store.add({ name: 'one' });
  const again = await openStore(file);
  assert.deepEqual(again.all(), [added]);
  assert.deepEqual(again.find(added.id), added);
});

test('an update changes the fields it names and no others', async () => {
  const store = await openStore(file);
  const { id } = await store.add({ name: 'one', note: 'kept' });
  const updated = await store.update(id, () => ({ name: 'two' }));
  assert.equal(updated.name, 'two');
  assert.equal(updated.note, 'kept');
  assert.equal((await openStore(file)).find(id).name, 'two');
});

test('removing takes exactly one entry away', async () => {
  const store = await openStore(file);
  const first = await store.add({ name: 'one' });
  const second = await store.add({ name: 'two' });
  await store.remove(first.id);
  assert.deepEqual((await openStore(file)).all(), [second]);
});

test('an unknown id changes nothing', async () => {
  const store = await openStore(file);
  assert.equal(await store.update('nobody', () => ({})), undefined);
  assert.equal(await store.remove('nobody'), undefined);
});

test('writes at the same moment are all kept', async () => {
  const store = await openStore(file);
  await Promise.all(Array.from({ length: 25 }, (_, index) => store.add({ index })));
  const saved = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual(
    saved.map((entry) => entry.index).sort((a, b) => a - b),
    Array.from({ length: 25 }, (_, index) => index),
  );
});

test('no temporary file stays behind', async () => {
  const store = await openStore(file);
  await store.add({ name: 'one' });
  assert.deepEqual(await readdir(join(folder, 'data')), ['entries.json']);
});

test('a damaged file is reported, not overwritten', async () => {
  const store = await openStore(file);
  await store.add({ name: 'one' });
  await writeFile(file, '{"half":');
  await assert.rejects(openStore(file));
  assert.equal(await readFile(file, 'utf8'), '{"half":');
});
