import { demoScenario } from '@ccs/scripted-model';
import { execFileSync } from 'node:child_process';
import { findPipeline } from '@ccs/core/vocabulary/pipelines/registry';
import { expect, test } from 'vitest';
import { openBench } from '../testing/bench.ts';
import { runProjectTests } from '../verification/run-project-tests.ts';

test('the demo: four phases in one session become an app whose tests pass', async () => {
  const bench = await openBench(demoScenario());
  try {
    for (const phase of findPipeline('create_app')?.phases ?? []) {
      const result = await bench.run({ phase, provider: 'demo' });
      expect(result).toMatchObject({ outcome: 'completed' });
      expect(new Set(result.recorder.steps.map(({ step }) => step))).toEqual(
        new Set(phase.steps.map(({ number }) => number)),
      );
      expect(result.recorder.steps).toHaveLength(phase.steps.length);
      expect(result.recorder.lines.filter(({ kind, isError }) => kind === 'system' && isError)).toEqual([]);
      expect(result.recorder.texts('prompt')).toHaveLength(1);
    }
    const tests = await runProjectTests(bench.workspace, {
      timeoutMs: 60_000,
      env: { PATH: process.env['PATH'] ?? '', HOME: bench.root },
    });
    expect(tests).toMatchObject({ command: 'npm test', passed: true });
    const log = execFileSync('git', ['log', '--format=%s'], { cwd: bench.workspace, encoding: 'utf8' });
    expect(log.match(/^Phase \d\.\d: /gm)).toHaveLength(24);
    expect(execFileSync('git', ['status', '--short'], { cwd: bench.workspace, encoding: 'utf8' })).toBe('');
  } finally {
    await bench.close();
  }
});
