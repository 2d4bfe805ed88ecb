import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Chromium } from './find-chromium.ts';

/**
 * The Chromium of the package @sparticuz/chromium, with the libraries it needs. Unpacked once per user and version,
 * beside the package; null where the package was not installed (it exists for Linux x64 only).
 */
export async function unpackChromium(): Promise<Chromium | null> {
  const manifest = findManifest();
  if (manifest === null) return null;
  const cache = join(dirname(manifest.path), '..', '..', '.cache', 'ccs-e2e');
  const kept = join(cache, `chromium-${manifest.version}-${process.getuid?.() ?? 'user'}`);
  const folder = existsSync(kept) ? kept : await unpackInto(kept, cache);
  return {
    program: join(folder, 'chromium'),
    ...(folder === kept ? {} : { temporary: folder }),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      // A machine without fonts has no configuration for them either.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}

function findManifest(): { path: string; version: string } | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const require = createRequire(import.meta.url);
  try {
    const main = require.resolve('@sparticuz/chromium');
    const path = join(dirname(main), '..', '..', 'package.json');
    const { version } = require(path) as { version: string };
    return { path, version };
  } catch {
    return null;
  }
}

/** Unpacks, and keeps the result if the cache can be written; else it is for one browser only. */
async function unpackInto(kept: string, cache: string): Promise<string> {
  const place = await mkdir(cache, { recursive: true })
    .then(() => mkdtemp(join(cache, 'unpacking-')))
    .catch(() => mkdtemp(join(tmpdir(), 'ccs-chromium-')));
  await unpack(place);
  try {
    await rename(place, kept);
    return kept;
  } catch {
    return place;
  }
}

/** The package unpacks into the folder for temporary files, so that is set for as long as it takes. */
async function unpack(place: string): Promise<void> {
  const before = { ...process.env };
  process.env['TMPDIR'] = place;
  // Makes the package bring its own libraries, for machines where nothing is installed.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
    Object.assign(process.env, before);
  }
}
