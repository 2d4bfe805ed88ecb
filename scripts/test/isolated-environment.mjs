import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What would let a test see the person's own settings, credentials, data or repository. */
const PRIVATE =
  /^(ANTHROPIC_|CLAUDE|CCS_|DASHBOARD_PORT$|DATABASE_URL$|PG[A-Z]+$|GIT_|XDG_|NODE_ENV$|NODE_OPTIONS$)/;

/**
 * The environment of the tests: the given one without anything private, with a home folder of its own.
 * @param {NodeJS.ProcessEnv} outer
 * @param {string} home an empty folder
 * @returns {NodeJS.ProcessEnv}
 */
export function isolatedEnvironment(outer, home) {
  const kept = Object.entries(outer).filter(
    ([name]) => !PRIVATE.test(name) && !/^npm_(lifecycle|package)/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    NEXT_TELEMETRY_DISABLED: '1',
    // These are found below the home folder; tests that use them need the real ones.
    npm_config_cache: outer.npm_config_cache ?? path.join(os.homedir(), '.npm'),
    PLAYWRIGHT_BROWSERS_PATH: outer.PLAYWRIGHT_BROWSERS_PATH ?? installedBrowsers(),
  };
}

/** Where Playwright keeps its browsers on this system, if there are any. */
function installedBrowsers() {
  const cache = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const folder = path.join(os.homedir(), cache, 'ms-playwright');
  return fs.existsSync(folder) ? folder : undefined;
}
