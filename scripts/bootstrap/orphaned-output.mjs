import fs from 'node:fs';
import path from 'node:path';

/**
 * Removes compiled files whose source is gone (renamed, deleted, another branch). Left behind, they would go on
 * satisfying imports that fail on a fresh clone.
 * @param {string} project absolute folder with src and dist
 * @returns {number} how many files it removed
 */
export function removeOrphanedOutput(project) {
  const dist = path.join(project, 'dist');
  if (!fs.existsSync(dist)) return 0;
  const orphans = fs
    .readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !hasSource(project, path.relative(dist, file)));
  for (const file of orphans) fs.rmSync(file, { force: true });
  return orphans.length;
}

/** @param {string} project @param {string} output relative to dist */
function hasSource(project, output) {
  const match = /^(.*?)(\.d)?\.(js|ts)(\.map)?$/.exec(output);
  if (match === null) return true;
  const stem = path.join(project, 'src', match[1] ?? '');
  return fs.existsSync(`${stem}.ts`) || fs.existsSync(`${stem}.tsx`);
}
