import path from 'node:path';
import { ROOMS } from './house.mjs';

/** Every way to write an import that the check must see. */
const SYNTAXES = [
  (/** @type {string} */ to) => `import { x } from '${to}';`,
  (/** @type {string} */ to) => `import type { X } from '${to}';`,
  (/** @type {string} */ to) => `import '${to}';`,
  (/** @type {string} */ to) => `export { x } from '${to}';`,
  (/** @type {string} */ to) => `export type * from '${to}';`,
  (/** @type {string} */ to) => `export const x = await import('${to}');`,
  (/** @type {string} */ to) => `export const x = () => import(\`${to}\`);`,
  (/** @type {string} */ to) => `export type X = import('${to}').X;`,
  (/** @type {string} */ to) => `export const x = require('${to}');`,
];

/**
 * A file that breaks one arrow.
 * @typedef {object} PlantedBreach
 * @property {string} arrow what it breaks, to name in a message
 * @property {string} file
 * @property {string} text
 */

/**
 * A breach of every arrow that the house does not have, in every syntax: between rooms by name and by path,
 * between the layers of a room, and out of a room that may import nothing.
 * @returns {PlantedBreach[]}
 */
export function plantedBreaches() {
  return [...betweenRooms(), ...betweenLayers(), ...outOfRooms()].flatMap(({ arrow, file, to }) =>
    SYNTAXES.map((write) => ({ arrow, file, text: write(to) })),
  );
}

function betweenRooms() {
  return ROOMS.flatMap((from) => {
    const file = sampleFile(from, from.layers?.at(-1));
    return ROOMS.filter((to) => to !== from).flatMap((to) => {
      const byPath = {
        arrow: `${from.name} ▶ ${to.name} by path`,
        file,
        to: relative(file, sampleFile(to, to.layers?.[0])),
      };
      const forbidden = (to.layers ?? [undefined]).filter(
        (layer) => !from.sees.includes(to.name) && !(layer && from.sees.includes(`${to.name}/${layer.name}`)),
      );
      const byName = forbidden.map((layer) => ({
        arrow: `${from.name} ▶ ${to.name}${layer ? `/${layer.name}` : ''}`,
        file,
        to: packageName(to, layer),
      }));
      return [byPath, ...byName];
    });
  });
}

function betweenLayers() {
  return ROOMS.flatMap((room) =>
    (room.layers ?? []).flatMap((from) =>
      (room.layers ?? [])
        .filter((to) => to !== from && !from.sees.includes(to.name))
        .flatMap((to) => {
          const file = sampleFile(room, from);
          const arrow = `${room.name}/${from.name} ▶ ${room.name}/${to.name}`;
          return [
            { arrow, file, to: relative(file, sampleFile(room, to)) },
            { arrow, file, to: packageName(room, to) },
          ];
        }),
    ),
  );
}

function outOfRooms() {
  return ROOMS.flatMap((room) => {
    const file = sampleFile(room, room.layers?.[0]);
    const targets = ['../../../e2e/sample.ts', '@ccs/no-such-room', '#sample'];
    if (room.outside === 'nothing') targets.push('zod', '@scope/package/part', 'node:fs', 'fs');
    return targets.map((to) => ({ arrow: `${room.name} ▶ ${to}`, file, to }));
  });
}

/**
 * A file that could be in this layer of a room.
 * @param {import('./house.mjs').Room} room
 * @param {import('./house.mjs').Layer | undefined} layer
 */
function sampleFile(room, layer) {
  return `${room.folder}/${layer?.sample ?? 'sample/sample'}.ts`;
}

/**
 * @param {import('./house.mjs').Room} room
 * @param {import('./house.mjs').Layer | undefined} layer
 */
function packageName(room, layer) {
  return layer === undefined ? `@ccs/${room.name}` : `@ccs/${room.name}/${layer.sample}`;
}

/** @param {string} file @param {string} target */
function relative(file, target) {
  const way = path.posix.relative(path.posix.dirname(file), target);
  return way.startsWith('.') ? way : `./${way}`;
}
