import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerProcess, startServerProcess } from '../testing/server-process.ts';
import { testEnvironment } from '../testing/test-server.ts';
import { waitFor } from '../testing/wait-for.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

let env: Record<string, string>;
let folder: string;
let server: ServerProcess | null;
beforeEach(async () => {
  ({ env, folder } = await testEnvironment());
  server = null;
});
afterEach(async () => {
  await server?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function run(args: readonly string[], changes: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...env, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** A task that waits for an agent when the next server starts. */
async function queueWithoutAgent(): Promise<{ id: string }> {
  server = await startServerProcess({ ...env, CCS_MAX_CONCURRENT_AGENTS: '1' });
  const body = { type: 'create_app', title: 'T', prompt: 'p', provider: 'demo', execute: true };
  await server.send('POST', '/api/tasks', body);
  const waiting = (await server.send('POST', '/api/tasks', body)) as { id: string };
  await server.end('SIGKILL');
  server = null;
  return waiting;
}

describe('demo', () => {
  it('turns a title and a prompt into a tested project and exits 0', async () => {
    const { code, output } = await run([
      'demo',
      '--title',
      'Reading list',
      '--prompt',
      'books I want to read',
    ]);
    expect(output).toContain('Reading list');
    for (const phase of ['Planning', 'Design', 'Development', 'Testing'])
      expect(output).toContain(`· ${phase}`);
    expect(output.match(/✓ \d\.\d /g)).toHaveLength(24);
    expect(output).toMatch(/Workspace {2}\S+reading-list-/);
    expect(output).toContain('Tests      npm test: passed');
    expect(output).toMatch(/Time {7}\d+\.\d s/);
    expect(code, output).toBe(0);
  });

  it('exits 1 and says why when no agent can be started', async () => {
    const { code, output } = await run(['demo'], { CCS_CLAUDE_EXECUTABLE: path.join(folder, 'none') });
    expect(output).toContain('agent_binary_missing');
    expect(code).toBe(1);
  });
});

describe('signals', () => {
  it('a demo that is stopped leaves no agent behind', async () => {
    const child = spawn(process.execPath, [MAIN, 'demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await waitFor('the agent to work', () => output.includes('02_market.md'));
    const runs = path.join(folder, 'data/demo/runs');
    const records = await Promise.all(
      (await readdir(runs)).map(async (name) => JSON.parse(await readFile(path.join(runs, name), 'utf8'))),
    );
    expect(records).toMatchObject([{ pid: expect.any(Number) }]);
    const second = await run(['demo']);
    expect(second.output).toContain('Another Claude Code Server is using');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(() => process.kill(records[0].pid, 0)).toThrow('ESRCH');
  });
});

describe('start', () => {
  it('uses the server that is there instead of starting a second one', async () => {
    server = await startServerProcess(env);
    const { port } = new URL(server.url);
    const second = await run(['start', '--port', port]);
    expect(second.output).toContain(`already running at http://localhost:${port}`);
    expect(second.code).toBe(0);
  });

  it('does not take a server with other data for its own', async () => {
    server = await startServerProcess(env);
    const { port } = new URL(server.url);
    const second = await run(['start', '--port', port], { CCS_DATA_DIR: `${env['CCS_DATA_DIR']}-other` });
    expect(second.output).toContain('taken by another Claude Code Server, with other data');
    expect(second.code).toBe(1);
  });

  it.each(['/proc/nothing/here', '/dev/null/x'])('says so when it cannot make %s', async (data) => {
    for (const command of ['start', 'demo']) {
      const { code, output } = await run([command], { CCS_DATA_DIR: data });
      expect(output).toContain(data);
      expect(output).toContain('Set CCS_DATA_DIR');
      expect(code).toBe(1);
    }
    const doctor = await run(['doctor'], { CCS_DATA_DIR: data });
    expect(doctor.output).toMatch(/✗ data folder: .* cannot be used/);
    expect(doctor.code).toBe(1);
  });

  it('refuses data that another server uses', async () => {
    server = await startServerProcess(env);
    const second = await run(['start']);
    expect(second.output).toContain('Another Claude Code Server is using');
    expect(second.code).toBe(1);
  });

  it('says in one line when another program has the port', async () => {
    const { id } = await queueWithoutAgent();
    const other: Server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, output } = await run(['start'], { CCS_PORT: port });
    other.close();
    expect(output).toContain(`Port ${port} is used by another program.`);
    expect(code).toBe(1);

    // No agent was started for a server that could not serve: the task still waits.
    server = await startServerProcess(env);
    expect(await server.get(`/api/tasks/${id}/runs`)).toMatchObject({ items: [{ outcome: null }] });
  });
});

describe('the others', () => {
  it('login hands over to the sign-in of the Claude Code that agents use', async () => {
    const program = path.join(folder, 'claude');
    await writeFile(program, '#!/bin/sh\necho "asked: $*"\nexit 7\n', { mode: 0o755 });
    const { code, output } = await run(['login'], { CCS_CLAUDE_EXECUTABLE: program });
    expect(output).toContain('asked: auth login');
    expect(code).toBe(7);
    const none = await run(['login'], { CCS_CLAUDE_EXECUTABLE: path.join(folder, 'none') });
    expect(none.output).toContain('Claude Code cannot be started');
    expect(none.code).toBe(1);
  });

  it('doctor finds what is missing', async () => {
    const well = await run(['doctor']);
    expect(well.output).toMatch(
      /✓ Node .*✓ git version .*✓ Claude Code \d.*! Claude Code is not signed in.*✓ database \(sqlite\)/s,
    );
    expect(well.code).toBe(0);
    const ill = await run(['doctor'], { PATH: folder, CCS_CLAUDE_EXECUTABLE: path.join(folder, 'none') });
    expect(ill.output).toContain('✗ git was not found');
    expect(ill.output).toMatch(/✗ Claude Code cannot be started\n.*CCS_CLAUDE_EXECUTABLE/);
    expect(ill.code).toBe(1);
  });

  it('rebuild-projections writes the read models anew, and not under a running server', async () => {
    server = await startServerProcess(env);
    const body = { type: 'create_app', title: 'Kept', prompt: 'something' };
    const { id } = (await server.send('POST', '/api/tasks', body)) as { id: string };
    const before = await server.get(`/api/tasks/${id}`);
    expect((await run(['rebuild-projections'])).output).toContain('A server is running on this data');
    await server.end('SIGTERM');
    expect((await run(['rebuild-projections'])).output).toContain('Rebuilt the read models of 1 task(s).');
    server = await startServerProcess(env);
    expect(await server.get(`/api/tasks/${id}`)).toEqual(before);
  });

  it('refuse what they do not know, and say what there is', async () => {
    for (const args of [['dance'], ['start', '--colour', 'red'], ['demo', '--language', 'xx']]) {
      expect((await run(args)).code).toBe(2);
    }
    expect((await run(['start'], { CCS_PORT: 'http' })).output).toContain('CCS_PORT');
    const help = await run(['--help']);
    expect(help.output).toContain('rebuild-projections');
    expect(help.code).toBe(0);
  });
});
