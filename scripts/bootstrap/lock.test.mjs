import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PATIENT } from '../testing/patience.mjs';
import { acquireLock } from './lock.mjs';

const run = promisify(execFile);

let base = '';
let folder = '';
beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'ccs-lock-'));
  folder = path.join(base, 'lock');
});
afterEach(() => fs.rmSync(base, { recursive: true, force: true }));

/** The id of a process that has just ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

/** A lock as another process left it. @param {object} owner @param {number} [silentMs] */
function leave(owner, silentMs = 0) {
  fs.mkdirSync(folder);
  const file = path.join(folder, 'owner.json');
  fs.writeFileSync(file, JSON.stringify({ child: null, token: 'theirs', ...owner }));
  const then = new Date(Date.now() - silentMs);
  fs.utimesSync(file, then, then);
}

const owner = () => JSON.parse(fs.readFileSync(path.join(folder, 'owner.json'), 'utf8'));

test('names its owner and is gone when released', async () => {
  const lock = await acquireLock(folder);
  expect(owner()).toMatchObject({ pid: process.pid, child: null });
  lock.workingChild(4321);
  expect(owner()).toMatchObject({ pid: process.pid, child: 4321 });
  lock.release();
  expect(fs.readdirSync(base)).toEqual([]);
});

test('waits for a living owner, says so once, and goes on when it is done', async () => {
  leave({ pid: process.ppid });
  const reasons = vi.fn();
  const waiting = acquireLock(folder, { onWait: reasons });
  await vi.waitFor(() => expect(reasons).toHaveBeenCalledWith(`process ${process.ppid}`), PATIENT);
  fs.rmSync(folder, { recursive: true });
  (await waiting).release();
  expect(reasons).toHaveBeenCalledTimes(1);
});

test.each([
  ['of a dead process', () => leave({ pid: deadPid() })],
  ['with this very process id, from before a restart of the container', () => leave({ pid: process.pid })],
  [
    'of a process id that lives but has been silent for over a minute',
    () => leave({ pid: process.ppid }, 61_000),
  ],
  ['of a dead process with a dead child', () => leave({ pid: deadPid(), child: deadPid() })],
])('takes over a lock %s', async (_, prepare) => {
  prepare();
  const reasons = vi.fn();
  const lock = await acquireLock(folder, { onWait: reasons });
  expect(owner().pid).toBe(process.pid);
  expect(reasons).not.toHaveBeenCalled();
  lock.release();
  expect(fs.readdirSync(base)).toEqual([]);
});

test('waits for the child that a dead owner left at work', async () => {
  leave({ pid: deadPid(), child: process.ppid });
  const reasons = vi.fn();
  const waiting = acquireLock(folder, { onWait: reasons });
  await vi.waitFor(
    () => expect(reasons).toHaveBeenCalledWith(expect.stringContaining('interrupted set-up')),
    PATIENT,
  );
  fs.rmSync(folder, { recursive: true });
  (await waiting).release();
});

test('one at a time, also when many processes find a stale lock at once', async () => {
  leave({ pid: deadPid() });
  const notes = path.join(base, 'notes');
  const program = `
    import fs from 'node:fs';
    import { acquireLock } from ${JSON.stringify(path.join(import.meta.dirname, 'lock.mjs'))};
    const lock = await acquireLock(${JSON.stringify(folder)});
    fs.appendFileSync(${JSON.stringify(notes)}, 'in ' + process.pid + '\\n');
    await new Promise((resolve) => setTimeout(resolve, 5));
    fs.appendFileSync(${JSON.stringify(notes)}, 'out ' + process.pid + '\\n');
    lock.release();`;
  const runs = Array.from({ length: 6 }, () => run(process.execPath, ['--input-type=module', '-e', program]));
  await Promise.all(runs);
  const lines = fs.readFileSync(notes, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(12);
  for (let index = 0; index < lines.length; index += 2) {
    expect(lines[index + 1]).toBe(lines[index]?.replace('in', 'out'));
  }
});

test('does not remove a lock that somebody else has taken over', async () => {
  const lock = await acquireLock(folder);
  fs.rmSync(folder, { recursive: true });
  leave({ pid: process.ppid });
  lock.release();
  expect(owner().token).toBe('theirs');
});
