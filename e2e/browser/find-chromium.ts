import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

/** A browser to start, and what its process needs to run. */
export interface Chromium {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** A folder to remove when the browser is closed. */
  readonly temporary?: string;
}

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium of this machine: the one in `E2E_CHROMIUM`, else Playwright's own, else an installed one, else the one
 * that comes as a package and needs nothing installed (Linux x64 only).
 * @throws when there is none, saying how to get one
 */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env['E2E_CHROMIUM'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`E2E_CHROMIUM is ${chosen}, but there is no such file.`);
    return { program: chosen, env: {} };
  }
  const installed = [chromium.executablePath(), ...onPath(), MAC].find((program) => existsSync(program));
  if (installed !== undefined) return { program: installed, env: {} };
  const packed = await unpackChromium();
  if (packed) return packed;
  throw new Error(
    'No Chromium for the browser tests. Install one (`npx playwright-core install chromium`, or on Debian ' +
      '`apt-get install chromium`), or set E2E_CHROMIUM to the path of one.',
  );
}

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}
