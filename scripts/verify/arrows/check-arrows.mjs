import { findImports } from './find-imports.mjs';
import { isTestCode, layerOf, locate, roomOf } from './locate.mjs';

const WRITTEN_DOWN = 'see "Arrows" in docs/ARCHITECTURE.md';

/**
 * The imports of one source file that follow no arrow of the house.
 * @param {string} file relative to the repository's root, with `/`
 * @param {string} text
 * @returns {string[]} one sentence each; nothing for a file in no room
 */
export function brokenArrows(file, text) {
  const place = roomOf(file);
  if (place === undefined) return [];
  const { room } = place;
  const breaches = findImports(file, text).flatMap(({ specifier, line }) => {
    const why =
      specifier === null
        ? 'a computed import, and nobody can tell which arrow it follows'
        : whyForbidden(room, place.path, locate(room, file, specifier));
    if (why === null) return [];
    return [
      `${file}:${line} imports ${specifier === null ? 'something computed' : `'${specifier}'`}: ${why}; ${WRITTEN_DOWN}`,
    ];
  });
  if (room.layers !== undefined && !isTestCode(place.path) && layerOf(room, place.path) === undefined) {
    breaches.push(`${file} belongs to no layer of ${room.name}; ${WRITTEN_DOWN}`);
  }
  return breaches;
}

/**
 * @param {import('./house.mjs').Room} room
 * @param {string} file below the room's folder
 * @param {import('./locate.mjs').Target} target
 * @returns {string | null} null when it is allowed
 */
function whyForbidden(room, file, target) {
  const fromTest = isTestCode(file);
  if (target.kind === 'nowhere') return target.reason;
  if (target.kind === 'outside') {
    return fromTest || room.outside === 'anything'
      ? null
      : `${room.name} imports no npm package and nothing of Node`;
  }
  if (!fromTest && isTestCode(target.path)) return 'product code imports no test code';
  if (target.room !== room) return whyRoomForbidden(room, target, fromTest);
  return fromTest ? null : whyLayerForbidden(room, file, target.path);
}

/**
 * @param {import('./house.mjs').Room} room
 * @param {Extract<import('./locate.mjs').Target, { kind: 'room' }>} target
 * @param {boolean} fromTest
 */
function whyRoomForbidden(room, target, fromTest) {
  const seen = fromTest ? [...room.sees, ...(room.testsSee ?? [])] : room.sees;
  if (seen.includes(target.room.name)) return null;
  const layer = layerOf(target.room, target.path);
  if (layer !== undefined && seen.includes(`${target.room.name}/${layer.name}`)) return null;
  const to = layer === undefined ? target.room.name : `${target.room.name}/${layer.name}`;
  return `${room.name} ▶ ${to} is no arrow (${room.name} sees ${seen.join(', ') || 'no other room'})`;
}

/**
 * @param {import('./house.mjs').Room} room
 * @param {string} from below the room's folder
 * @param {string} to below the room's folder
 */
function whyLayerForbidden(room, from, to) {
  const [source, target] = [layerOf(room, from), layerOf(room, to)];
  // A file without a layer is reported once, as itself.
  if (source === undefined || target === undefined || source === target || source.sees.includes(target.name))
    return null;
  return `${room.name}/${source.name} ▶ ${room.name}/${target.name} is no arrow (${source.name} sees ${source.sees.join(', ') || 'no other layer'})`;
}
