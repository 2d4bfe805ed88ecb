import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm run bench` has built the packages; the benchmarks themselves are compiled here, for nobody else needs them.
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
rmSync(here('dist'), { recursive: true, force: true });
const compiler = fileURLToPath(import.meta.resolve('typescript/package.json')).replace(
  /package\.json$/,
  'bin/tsc',
);
const { status } = spawnSync(process.execPath, [compiler, '-p', here('tsconfig.json')], { stdio: 'inherit' });
if (status === 0) await import(new URL('dist/main.js', import.meta.url).href);
else process.exitCode = 1;
