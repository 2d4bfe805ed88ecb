import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often the owner shows that it lives. */
const HEARTBEAT_MS = 2_000;
/** An owner that was silent for so long is dead, whatever process has its id by now. */
const SILENT_MS = 60_000;
/** A folder without an owner's file is one that is just being made, or was left by a crash in that moment. */
const NAMELESS_MS = 5_000;
/** The child of a dead owner (an install that was orphaned by kill -9) gets so long to end by itself. */
const ORPHAN_MS = 180_000;
const POLL_MS = 200;

/** @typedef {{ pid: number, child: number | null, token: string }} Owner */

/**
 * The lock of this tree's set-up: a folder, because making one is atomic everywhere. Waits while another process
 * holds it, and takes it over from one that died.
 * @param {string} folder
 * @param {{ onWait?: (reason: string) => void }} [options] told once for every new reason to wait
 */
export async function acquireLock(folder, { onWait = () => {} } = {}) {
  let told = '';
  for (;;) {
    const lock = tryCreate(folder);
    if (lock !== null) return lock;
    const reason = reasonToWait(folder);
    if (reason === null) {
      takeAway(folder);
      continue;
    }
    if (reason !== told) onWait(reason);
    told = reason;
    await sleep(POLL_MS);
  }
}

/** @param {string} folder */
function tryCreate(folder) {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return null;
    throw error;
  }
  /** @type {Owner} */
  const owner = { pid: process.pid, child: null, token: `${process.pid}-${Date.now()}-${Math.random()}` };
  const isOurs = () => readOwner(folder)?.token === owner.token;
  writeOwner(folder, owner);
  const heartbeat = setInterval(() => {
    if (isOurs()) fs.utimesSync(ownerFile(folder), new Date(), new Date());
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off('exit', release);
    if (isOurs()) fs.rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', release);
  return {
    /** Names the child that works under the lock: while it lives, nobody else starts the same work. */
    workingChild(/** @type {number | null} */ pid) {
      owner.child = pid;
      if (isOurs()) writeOwner(folder, owner);
    },
    release,
  };
}

/**
 * Why the lock must be respected; null when it is stale.
 * @param {string} folder
 */
function reasonToWait(folder) {
  const owner = readOwner(folder);
  const silentFor = Date.now() - lastSign(folder);
  if (owner === null) return silentFor < NAMELESS_MS ? 'another process' : null;
  // A container that was killed and started again gets the same process ids: ours can't be somebody else's.
  if (owner.pid !== process.pid && silentFor < SILENT_MS && isAlive(owner.pid)) return `process ${owner.pid}`;
  const { child } = owner;
  if (child !== null && child !== process.pid && silentFor < ORPHAN_MS && isAlive(child)) {
    return `process ${child}, which an interrupted set-up left behind,`;
  }
  return null;
}

/**
 * Removes a stale lock. If another process was faster and the folder is its new lock, puts it back.
 * @param {string} folder
 */
function takeAway(folder) {
  const aside = `${folder}.stale-${process.pid}`;
  const judged = readOwner(folder)?.token;
  try {
    fs.renameSync(folder, aside);
  } catch {
    return;
  }
  if (readOwner(aside)?.token !== judged && !fs.existsSync(folder)) fs.renameSync(aside, folder);
  else fs.rmSync(aside, { recursive: true, force: true });
}

/** @param {string} folder */
function ownerFile(folder) {
  return path.join(folder, 'owner.json');
}

/**
 * In one act: who is killed in the midst of it must not leave half a file, which would hide a working child.
 * @param {string} folder
 * @param {Owner} owner
 */
function writeOwner(folder, owner) {
  const draft = `${ownerFile(folder)}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(owner));
  fs.renameSync(draft, ownerFile(folder));
}

/** @param {string} folder @returns {Owner | null} */
function readOwner(folder) {
  try {
    return JSON.parse(fs.readFileSync(ownerFile(folder), 'utf8'));
  } catch {
    return null;
  }
}

/** When the owner last showed that it lives, in ms since the epoch. @param {string} folder */
function lastSign(folder) {
  for (const file of [ownerFile(folder), folder]) {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat !== undefined) return stat.mtimeMs;
  }
  return Date.now();
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
