import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * All entries in one JSON file. A write goes to a new file that is flushed to disk and then renamed over the old one, so
 * a crash leaves either the old or the new state, never half of one. Writes queue up behind each other.
 */
export async function openStore(file) {
  await mkdir(dirname(file), { recursive: true });
  let entries = await load(file);
  let queue = Promise.resolve();

  const change = (decide) => {
    const result = queue.then(async () => {
      const { next, value } = decide(entries);
      if (next !== entries) await save(file, next);
      entries = next;
      return value;
    });
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    all: () => entries,
    find: (id) => entries.find((entry) => entry.id === id),
    add(fields) {
      const now = new Date().toISOString();
      const entry = { id: randomUUID(), createdAt: now, updatedAt: now, ...fields };
      return change((current) => ({ next: [...current, entry], value: entry }));
    },
    /** Apply `edit` to an entry; resolves to the new entry, or undefined when there is none with this id. */
    update(id, edit) {
      return change((current) => {
        const old = current.find((entry) => entry.id === id);
        if (!old) return { next: current, value: undefined };
        const entry = { ...old, ...edit(old), updatedAt: new Date().toISOString() };
        return { next: current.map((other) => (other === old ? entry : other)), value: entry };
      });
    },
    /** Resolves to the entry that was removed, or undefined. */
    remove(id) {
      return change((current) => {
        const old = current.find((entry) => entry.id === id);
        return { next: old ? current.filter((entry) => entry !== old) : current, value: old };
      });
    },
  };
}

async function load(file) {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  const entries = JSON.parse(text);
  if (!Array.isArray(entries)) throw new Error(`${file} does not hold a list of entries.`);
  return entries;
}

async function save(file, entries) {
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(fresh, 'w');
    try {
      await handle.writeFile(`${JSON.stringify(entries, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
