import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CheckBench, openCheckBench } from '../testing/check-bench.ts';
import { phaseStartRef } from '../workspace/workspace-repository.ts';
import { phaseChanges } from './phase-changes.ts';

let bench: CheckBench;
beforeEach(async () => {
  bench = await openCheckBench();
});
afterEach(() => bench.close());

const path = process.env['PATH'];

test('names what changed since the phase began, within bounds; nothing when that is unknown', async () => {
  expect(await phaseChanges(bench.workspace, 3, path)).toEqual({});
  await bench.put('old.js', 'a\n');
  bench.git('add', '.');
  bench.git('commit', '-qm', 'before');
  bench.git('update-ref', phaseStartRef(3), 'HEAD');
  expect(await phaseChanges(bench.workspace, 3, path)).toEqual({});
  await bench.put('old.js', 'a\nb\n');
  for (let index = 0; index < 300; index += 1) await bench.put(`src/${'x'.repeat(80)}${index}.js`, 'x\n');
  bench.git('add', '.');
  bench.git('commit', '-qm', 'after');
  const { changes } = await phaseChanges(bench.workspace, 3, path);
  expect(changes).toMatch(/old\.js\s+\| 1 \+/);
  expect(changes?.length).toBeLessThanOrEqual(8_000);
});
