import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Sections of a git configuration that bring filter programs along, or other files that may. */
const SUSPECT_SECTION = /^\s*\[\s*(filter|include|includeif|extensions)\b/im;

/** `.git` is a file that names another folder: git knows that one's settings. */
const UNREADABLE = '[include]';

/** Environment variables that switch off every filter program a workspace's own git configuration names. */
export async function withoutFilters(
  workspace: string,
  filterNames: () => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const config = await readFile(join(workspace, '.git', 'config'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : UNREADABLE),
  );
  // Hardly any repository has such a section: the usual commit starts no process for this.
  if (!SUSPECT_SECTION.test(config)) return {};
  const drivers = new Set(
    (await filterNames())
      .split('\0')
      .filter((key) => key.startsWith('filter.'))
      .map((key) => key.slice(0, key.lastIndexOf('.'))),
  );
  const settings = [...drivers].flatMap((driver) => [
    [`${driver}.clean`, ''],
    [`${driver}.smudge`, ''],
    [`${driver}.process`, ''],
    [`${driver}.required`, 'false'],
  ]);
  const env: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [index, [key = '', value = '']] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return env;
}
