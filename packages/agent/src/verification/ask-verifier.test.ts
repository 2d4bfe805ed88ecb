import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { atDesk } from '../executor/run-desk.ts';
import { findMarkedProcesses } from '../executor/marked-processes.ts';
import { findClaudeExecutable } from '../sign-in/claude-executable.ts';
import { openBench, Recorder } from '../testing/bench.ts';
import { inOrder } from '../testing/play.ts';
import { askVerifier, type VerifierEnd } from './ask-verifier.ts';

test('a verifier that does not finish in time gives no verdict and is gone', async () => {
  const bench = await openBench(inOrder({ kind: 'silence', ms: 60_000 }));
  try {
    await mkdir(bench.workspace, { recursive: true });
    const { dataDir, environment, demoModelUrl, logger } = bench.options;
    const context = {
      dataDir,
      environment,
      demoModelUrl,
      executable: findClaudeExecutable,
      maxContinuations: 0,
      maxRetries: 0,
      secrets: [],
      logger,
    };
    const run = bench.newRun({ sessionId: randomUUID() });
    const signal = new AbortController().signal;
    const options = { context, run, phase: 1, reporter: new Recorder(), signal };
    let end: VerifierEnd = 'interrupted';
    const told = await atDesk(options, async (desk) => {
      end = await askVerifier(context, desk, { run, prompt: 'Judge.', keys: ['a'], maxMs: 1_500 });
      return { outcome: 'interrupted' };
    });
    expect(told).toMatchObject({ outcome: 'interrupted' });
    expect(end).toMatchObject({
      failure: { code: 'verifier_no_verdict', details: expect.stringContaining('did not finish') },
    });
    expect(await findMarkedProcesses(new Set([run.runId]))).toEqual([]);
  } finally {
    await bench.close();
  }
});
