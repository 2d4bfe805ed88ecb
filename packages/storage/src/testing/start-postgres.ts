import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, lchownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';

/** The user `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65534;
const SUPERUSER = 'postgres';

/** A PostgreSQL server that lives as long as this process, at most. */
export interface EphemeralPostgres {
  /** The URL of its first, empty database. */
  readonly url: string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Runs the server, and ends it when its own standard input ends: when this process closes it, or dies in any way.
 * It then removes the server's folder.
 */
const GUARD = `
  "$1" -D "$2/data" -k "$2" -h '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \\
    -c max_connections=200 </dev/null &
  server=$!
  cat >/dev/null
  kill -INT "$server" 2>/dev/null
  wait "$server"
  cd /
  rm -rf "$2"`;

/**
 * Starts a server in a temporary folder, reachable by a Unix socket only. null when this machine has no
 * PostgreSQL. Works as root, too.
 */
export async function startPostgres(): Promise<EphemeralPostgres | null> {
  const binaries = findPostgresBinaries();
  if (binaries === null) return null;
  const isRoot = process.getuid?.() === 0;
  const identity: Identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const folder = mkdtempSync(join(tmpdir(), 'ccs-pg-'));
  try {
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    const bin = readableBin(binaries, folder, identity);
    initialize(bin, folder, identity);
    const stop = await serve(bin, folder, identity);
    const url = `postgresql://${SUPERUSER}@localhost/postgres?host=${encodeURIComponent(folder)}`;
    return { url, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A clone inside a private folder is out of reach for `nobody`: then the programs are copied. */
function readableBin({ bin, packageRoot }: PostgresBinaries, folder: string, identity: Identity): string {
  const probe = spawnSync(join(bin, 'postgres'), ['--version'], { ...identity, cwd: folder, env: {} });
  if (probe.error === undefined || packageRoot === null) return bin;
  const copy = join(folder, 'native');
  cpSync(packageRoot, copy, { recursive: true, verbatimSymlinks: true });
  const { uid, gid } = identity;
  if (uid !== undefined && gid !== undefined) {
    lchownSync(copy, uid, gid);
    for (const entry of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
      lchownSync(join(copy, entry), uid, gid);
    }
  }
  return join(copy, 'bin');
}

function initialize(bin: string, folder: string, identity: Identity): void {
  const options = ['-A', 'trust', '-N', '--no-locale', '-E', 'UTF8', '-U', SUPERUSER];
  const { status, stdout, stderr, error } = spawnSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), ...options],
    { ...identity, cwd: folder, env: { LC_ALL: 'C', PATH: bin }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
}

async function serve(bin: string, folder: string, identity: Identity): Promise<() => Promise<void>> {
  // A session of its own: Ctrl-C reaches the test runner only, which then lets the guard do its work.
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', join(bin, 'postgres'), folder], {
    ...identity,
    cwd: folder,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => guard.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    guard.stdin.end();
    await ended;
  };
  let said = '';
  await new Promise<void>((resolve, reject) => {
    guard.stderr.on('data', (data: Buffer) => {
      said = `${said}${data.toString()}`.slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    guard.once('error', reject);
    guard.once('close', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  return stop;
}
