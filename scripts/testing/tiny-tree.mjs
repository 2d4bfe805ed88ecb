import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../root.mjs';

/** A stand-in for a build tool: notes that it ran, with the environment that matters, and makes its output. */
const TOOL = `
import fs from 'node:fs';
fs.appendFileSync(process.env.TINY_NOTES, \`\${NAME} NODE_ENV=\${process.env.NODE_ENV ?? ''}\\n\`);
`;

/** A stand-in for the server: listens until it is asked to stop, then cleans up. */
const SERVER = `
import fs from 'node:fs';
import http from 'node:http';
const server = http.createServer((request, response) => response.end('tiny'));
server.listen(0, '127.0.0.1', () => console.log('listening', process.pid, process.argv.slice(2).join(' ')));
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    fs.appendFileSync(process.env.TINY_NOTES, 'server cleaned up after ' + signal + '\\n');
    server.close();
  });
}
`;

/** Holds an install open until the file named by TINY_GATE is gone. */
const GATE = `
import fs from 'node:fs';
const gate = process.env.TINY_GATE;
if (gate !== undefined && fs.existsSync(gate)) {
  fs.appendFileSync(process.env.TINY_NOTES, 'install held by ' + process.pid + '\\n');
  fs.watchFile(gate, { interval: 20 }, ({ nlink }) => { if (nlink === 0) fs.unwatchFile(gate); });
}
fs.appendFileSync(process.env.TINY_NOTES, 'install script\\n');
`;

/**
 * A repository like this one, with the same scripts and a real npm, but nothing to download: its two dependencies
 * are folders of its own that stand in for the build tools. Where the scripts are to be seen at work in seconds.
 */
export function makeTinyTree() {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'ccs-tiny-'));
  const root = path.join(base, 'tree');
  const notes = path.join(base, 'notes');
  const write = (/** @type {string} */ file, /** @type {string | object} */ content) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const dependencies = { typescript: 'file:tools/typescript', next: 'file:tools/next' };
  const tool = (/** @type {string} */ name) => ({ name, version: '1.0.0', type: 'module' });
  write('package.json', {
    name: 'tiny',
    type: 'module',
    workspaces: [],
    dependencies,
    scripts: { start: 'exec node scripts/run.mjs start', postinstall: 'node gate.mjs' },
  });
  write('package-lock.json', {
    name: 'tiny',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'tiny', dependencies },
      'node_modules/next': { resolved: 'tools/next', link: true },
      'node_modules/typescript': { resolved: 'tools/typescript', link: true },
      'tools/next': { name: 'next', version: '1.0.0' },
      'tools/typescript': { name: 'typescript', version: '1.0.0' },
    },
  });
  write('gate.mjs', GATE);
  write('tools/typescript/package.json', tool('typescript'));
  write(
    'tools/typescript/bin/tsc',
    `const NAME = 'tsc';${TOOL}fs.mkdirSync('packages/one/dist', { recursive: true });`,
  );
  write('tools/next/package.json', tool('next'));
  write(
    'tools/next/dist/bin/next',
    `const NAME = 'next';${TOOL}fs.mkdirSync('out', { recursive: true }); fs.writeFileSync('out/index.html', 'page');`,
  );
  write('tsconfig.json', { references: [{ path: 'packages/one' }] });
  write('packages/one/src/one.ts', 'export const one = 1;');
  write('apps/web/page.tsx', 'export const page = 1;');
  write('apps/server/dist/package.json', { type: 'module' });
  write('apps/server/dist/main.js', SERVER);
  fs.cpSync(path.join(ROOT, 'scripts'), path.join(root, 'scripts'), { recursive: true });

  const env = {
    PATH: process.env.PATH,
    HOME: base,
    TINY_NOTES: notes,
    npm_config_cache: path.join(base, 'npm-cache'),
    npm_config_update_notifier: 'false',
  };
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  return {
    root,
    home: base,
    gate: path.join(base, 'gate'),
    write,
    /** What the stand-ins noted, one line each. */
    notes: () => (fs.existsSync(notes) ? fs.readFileSync(notes, 'utf8').trimEnd().split('\n') : []),
    /**
     * Starts a program in the tree.
     * @param {string} command
     * @param {readonly string[]} args
     * @param {Record<string, string>} [more] more environment
     */
    run(command, args, more = {}) {
      const child = spawn(command, args, {
        cwd: root,
        env: { ...env, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A process group of its own: npm passes no SIGKILL on to what it started.
        detached: true,
      });
      children.push(child);
      const run = { child, output: '', ended: Promise.resolve() };
      const collect = (/** @type {Buffer} */ chunk) => {
        run.output += chunk.toString();
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      run.ended = new Promise((resolve) => child.once('exit', () => resolve()));
      return run;
    },
    /** Ends what still runs and removes everything. */
    remove() {
      for (const { pid } of children) endGroup(pid);
      fs.rmSync(base, { recursive: true, force: true });
    },
  };
}

/** @param {number | undefined} pid of the group's first process, which may have ended */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
