import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitFiles, gitIn, makeRepository } from '../../testing/repositories.ts';
import { openWorkspace } from '../workspace-repository.ts';
import { sourceBase } from './base-commit.ts';

const PATH = process.env['PATH'];
let root = '';
let origin = '';
let workspace = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-clone-'));
  origin = join(root, 'origin');
  workspace = join(root, 'output', 'workspace-1a2b3c4d');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (url: string, ref: string | null = null, signal?: AbortSignal) =>
  openWorkspace(workspace, PATH, { source: { kind: 'git', url, ref }, ...(signal && { signal }) });

test.each([
  [null, 'two'],
  ['v1', 'one'],
  ['old/line', 'one'],
])('a clone of %s begins a branch of its own there', async (ref, content) => {
  const first = await makeRepository(origin, { 'a.txt': 'one' });
  gitIn(origin, 'tag', 'v1');
  gitIn(origin, 'branch', 'old/line');
  const second = await commitFiles(origin, { 'a.txt': 'two' });
  const repository = await open(pathToFileURL(origin).href, ref);
  expect(await readFile(join(workspace, 'a.txt'), 'utf8')).toBe(content);
  expect(gitIn(workspace, 'branch', '--show-current')).toBe('ccs/workspace-1a2b3c4d');
  expect(await sourceBase(workspace, PATH)).toBe(ref === null ? second : first);
  expect(await repository.head()).toBe(ref === null ? second : first);
  expect(await repository.isClean()).toBe(true);
  expect(await readdir(join(root, 'output'))).toEqual(['workspace-1a2b3c4d']);
});

test.each([
  ['nothing there', null, /does not (appear to be a git repository|exist)/],
  ['no such branch', 'nope', /Remote branch nope not found/],
  ['no commit', null, /no commit yet/],
])('says why when there is %s', async (what, ref, words) => {
  if (what === 'no such branch') await makeRepository(origin, { a: 'a' });
  if (what === 'no commit') gitIn(root, 'init', '-q', origin);
  await expect(open(pathToFileURL(origin).href, ref)).rejects.toThrow(words);
  expect(await readdir(join(root, 'output'))).toEqual([]);
});

test('programs are never started for an address', async () => {
  await expect(open(`ext::touch ${join(root, 'ran')}`)).rejects.toThrow(/must begin with/);
  expect(await readdir(root)).toEqual(['output']);
});

test('an error names the address without the password; a server that says nothing can be stopped', async () => {
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/slow')) response.writeHead(403).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const refused = await open(`http://me:s3cr3t@${host}/a.git`).catch((error: unknown) => String(error));
    expect(refused).toContain(`http://${host}/a.git`);
    expect(refused).not.toContain('s3cr3t');
    const stop = new AbortController();
    const cloning = open(`http://${host}/slow.git`, null, stop.signal);
    await once(server, 'request');
    stop.abort();
    await expect(cloning).rejects.toThrow(/Stopped/);
    expect(await readdir(join(root, 'output'))).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
