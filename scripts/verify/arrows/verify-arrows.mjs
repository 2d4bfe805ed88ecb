import fs from 'node:fs';
import path from 'node:path';
import { sourceFiles } from '../../bootstrap/content-hash.mjs';
import { brokenArrows } from './check-arrows.mjs';
import { ROOMS } from './house.mjs';
import { plantedBreaches } from './planted-breaches.mjs';

const SOURCE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

/**
 * Checks every import of every room below `root`. A room without files is a failure: a check that looks at nothing
 * must not pass. And so is a planted breach that goes unseen.
 * @param {string} root absolute
 */
export async function verifyArrows(root) {
  const defects = unseenBreaches();
  let files = 0;
  for (const { name, folder } of ROOMS) {
    const sources = sourceFiles(path.join(root, folder), { tests: true }).filter((file) => SOURCE.test(file));
    if (sources.length === 0)
      defects.push(`the room ${name} has no source file in ${folder}: nothing was checked`);
    files += sources.length;
    for (const file of sources) {
      const relative = path.relative(root, file).split(path.sep).join('/');
      defects.push(...brokenArrows(relative, fs.readFileSync(file, 'utf8')));
    }
  }
  const note = `${files} files, ${plantedBreaches().length} planted breaches seen`;
  return {
    ok: defects.length === 0,
    note: defects.length === 0 ? note : undefined,
    output: defects.join('\n'),
  };
}

/** The check's test of itself: it must see the planted line, and nothing in the same file without it. */
function unseenBreaches() {
  return plantedBreaches()
    .filter(({ file, text }) => brokenArrows(file, text).length !== 1 || brokenArrows(file, '').length !== 0)
    .map(
      ({ arrow, file, text }) => `the check is blind: ${arrow}, planted in ${file} as ${text}, went unseen`,
    );
}
