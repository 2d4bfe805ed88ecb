import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Sections of a git configuration that bring programs along that work on files, or other files that may. */
const SUSPECT_SECTION = /^\s*\[\s*(filter|merge|include|includeif|extensions)\b/im;

/** `.git` is a file that names another folder: git knows that one's settings. */
const UNREADABLE = '[include]';

/**
 * Environment variables that switch off every program for filtering and merging files that a workspace's own git
 * configuration names.
 * @param names lists the settings below `filter.` and `merge.`, each ended by NUL.
 */
export async function withoutForeignPrograms(
  workspace: string,
  names: () => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const config = await readFile(join(workspace, '.git', 'config'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : UNREADABLE),
  );
  // Hardly any repository has such a section: the usual commit starts no process for this.
  if (!SUSPECT_SECTION.test(config)) return {};
  const drivers = new Set(
    (await names())
      .split('\0')
      // A driver has a name of its own between the dots; `merge.ff` is a setting of git itself.
      .filter((key) => key.indexOf('.') !== key.lastIndexOf('.'))
      .map((key) => key.slice(0, key.lastIndexOf('.'))),
  );
  const settings = [...drivers].flatMap((driver) => substitutes(driver));
  const env: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [index, [key = '', value = '']] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return env;
}

function substitutes(driver: string): readonly (readonly [string, string])[] {
  // Git's own way of merging text; a driver without a program would end the merge.
  if (driver.startsWith('merge.')) return [[`${driver}.driver`, 'git merge-file %A %O %B']];
  return [
    [`${driver}.clean`, ''],
    [`${driver}.smudge`, ''],
    [`${driver}.process`, ''],
    [`${driver}.required`, 'false'],
  ];
}
