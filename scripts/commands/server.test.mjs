import { afterEach, expect, test, vi } from 'vitest';
import { PATIENT } from '../testing/patience.mjs';
import { makeTinyTree } from '../testing/tiny-tree.mjs';

/** @type {ReturnType<typeof makeTinyTree>} */
let tree;
afterEach(() => tree.remove());

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  test(`${signal} to npm start stops the server cleanly and leaves no process`, async () => {
    tree = makeTinyTree();
    const run = tree.run('npm', ['start', '--', '--flag']);
    await vi.waitFor(() => expect(run.output).toContain('listening'), PATIENT);
    const [, pid, args] = /listening (\d+) (.*)/.exec(run.output) ?? [];
    expect(args).toBe('start --flag');
    run.child.kill(signal);
    await run.ended;
    expect(tree.notes().at(-1)).toMatch(/^server cleaned up after SIG/);
    await vi.waitFor(() => expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH'), PATIENT);
  });
}
