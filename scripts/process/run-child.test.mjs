import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PATIENT } from '../testing/patience.mjs';
import { runChild } from './run-child.mjs';

/** @param {string} program @param {Parameters<typeof runChild>[2]} [options] */
const node = (program, options) =>
  runChild(process.execPath, ['-e', program], { output: 'capture', ...options });

test('the result says how it ended and what it wrote', async () => {
  expect(await node('console.log("out"); console.error("err")')).toMatchObject({
    ok: true,
    ending: 'exit code 0',
  });
  expect((await node('console.log("out"); console.error("err")')).output.split('\n').toSorted()).toEqual([
    '',
    'err',
    'out',
  ]);
  expect(await node('process.exit(3)')).toMatchObject({ ok: false, ending: 'exit code 3' });
  expect(await node('process.kill(process.pid, "SIGKILL")')).toMatchObject({ ok: false, ending: 'SIGKILL' });
  expect(await runChild('no-such-program', [], {})).toMatchObject({
    ok: false,
    ending: expect.stringContaining('ENOENT'),
  });
});

test('a program that hangs is ended after its time', async () => {
  expect(await node('setInterval(() => {}, 1000)', { timeoutMs: 200 })).toMatchObject({
    ok: false,
    ending: 'ran longer than 0 s',
  });
});

test('a stop signal ends the program and what it started, then this process', async () => {
  const grandchild = 'console.log("grandchild", process.pid); setInterval(() => {}, 1000);';
  const child = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" });
    process.on("SIGTERM", () => process.exit(0)); setInterval(() => {}, 1000);`;
  const parent = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { runChild } from ${JSON.stringify(path.join(import.meta.dirname, 'run-child.mjs'))};
       await runChild(process.execPath, ['-e', ${JSON.stringify(child)}]);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void parent.kill('SIGTERM'));
  let output = '';
  parent.stdout.on('data', (chunk) => (output += chunk));
  await vi.waitFor(() => expect(output).toMatch(/grandchild \d+\n/), PATIENT);
  const exit = new Promise((resolve) => parent.once('exit', resolve));
  parent.kill('SIGTERM');
  expect(await exit).toBe(143);
  const pid = Number(/\d+/.exec(output));
  // It is gone for good once its new parent, process 1, has noticed.
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), PATIENT);
});
