import { isBuiltin } from 'node:module';
import path from 'node:path';
import { ROOMS } from './house.mjs';

/**
 * Where an import leads.
 * @typedef {{ kind: 'room', room: import('./house.mjs').Room, path: string }
 *   | { kind: 'outside' }
 *   | { kind: 'nowhere', reason: string }} Target `path` is below the room's folder, perhaps without extension
 */

/**
 * The room of a file and its path in there; undefined for a file in no room.
 * @param {string} file relative to the repository's root
 */
export function roomOf(file) {
  const room = ROOMS.find(({ folder }) => file.startsWith(`${folder}/`));
  return room === undefined ? undefined : { room, path: file.slice(room.folder.length + 1) };
}

/**
 * The layer of a file of a room; undefined when the room has none or the file fits into none.
 * @param {import('./house.mjs').Room} room
 * @param {string} file below the room's folder
 */
export function layerOf(room, file) {
  return room.layers?.find(({ files }) => files.test(file));
}

/** Tests and what only tests use. @param {string} file */
export function isTestCode(file) {
  return /\.test\.tsx?$|(^|\/)testing(\/|$)/.test(file);
}

/**
 * Where `specifier`, found in `file` of `room`, leads.
 * @param {import('./house.mjs').Room} room
 * @param {string} file relative to the repository's root
 * @param {string} specifier
 * @returns {Target}
 */
export function locate(room, file, specifier) {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const found = roomOf(target);
    if (found?.room === room) return { kind: 'room', ...found };
    if (found)
      return {
        kind: 'nowhere',
        reason: `rooms import each other by name (@ccs/${found.room.name}), not by path`,
      };
    if (isInOwnPackage(room, target)) return { kind: 'outside' };
    return { kind: 'nowhere', reason: 'the path leads out of the room' };
  }
  if (specifier.startsWith('@/')) return { kind: 'room', room, path: specifier.slice(2) };
  const own = /^@ccs\/([^/]+)\/?(.*)$/.exec(specifier);
  if (own !== null) {
    const target = ROOMS.find(({ name }) => name === own[1]);
    if (target) return { kind: 'room', room: target, path: own[2] || 'index' };
    return { kind: 'nowhere', reason: 'there is no such room' };
  }
  if (isBuiltin(specifier) || /^(@[\w.-]+\/)?[\w.-]+(\/|$)/.test(specifier)) return { kind: 'outside' };
  return { kind: 'nowhere', reason: 'the check does not know what this form of address means' };
}

/**
 * A file beside the room's folder in the same package, such as package.json.
 * @param {import('./house.mjs').Room} room
 * @param {string} target
 */
function isInOwnPackage(room, target) {
  return target.startsWith(`${path.posix.dirname(room.folder)}/`);
}
