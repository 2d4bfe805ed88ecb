import { demoScenario } from '@ccs/scripted-model';
import type { PhaseRun } from '@ccs/core/ports/agent-runner';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { findPipeline } from '@ccs/core/vocabulary/pipelines/registry';
import { reworkPrompt } from '@ccs/core/task/verification/start-rework';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { runProjectTests } from '../verification/run-project-tests.ts';

const TIMEOUT_MS = 300_000;

/** Works on a phase until it is complete; whatever it needs, the person has not got. */
async function complete(bench: Bench, recorder: Recorder, changes: Partial<PhaseRun>): Promise<void> {
  let result = await bench.run({ provider: 'demo', ...changes }, recorder);
  for (let attempt = 2; result.outcome === 'blocked'; attempt += 1) {
    recorder.provide({ kind: 'skip' });
    const completedSteps = recorder.steps.map(({ step }) => step);
    const again = { ...changes, attempt, completedSteps, ...recorder.next() };
    result = await bench.run({ provider: 'demo', ...again }, recorder);
  }
  expect(result).toMatchObject({ outcome: 'completed' });
}

async function verify({ runner, newRun }: Bench, phase: PhaseDefinition) {
  const run = newRun({ phase, provider: 'demo', sessionId: randomUUID() });
  const result = await runner.verifyPhase(run, new Recorder(), new AbortController().signal);
  if (result.outcome !== 'verified') throw new Error(JSON.stringify(result));
  return result.report;
}

test(
  'the demo: four phases in one session, verified and reworked, become an app whose tests pass',
  async () => {
    const bench = await openBench(demoScenario());
    const asked: string[] = [];
    const verdicts: string[] = [];
    try {
      for (const phase of findPipeline('create_app')?.phases ?? []) {
        const recorder = new Recorder();
        await complete(bench, recorder, { phase });
        expect(recorder.steps.map(({ step }) => step)).toEqual(phase.steps.map(({ number }) => number));
        let report = await verify(bench, phase);
        verdicts.push(report.verdict);
        for (let attempt = 1; report.verdict === 'failed' && attempt <= 3; attempt += 1) {
          const prompt = reworkPrompt({
            ...report,
            verificationId: 'verification_x',
            runId: 'run_x',
            phase: 1,
            createdAt: '',
          });
          const rework = { kind: 'verification', attempt, prompt } as const;
          await complete(bench, recorder, {
            phase,
            attempt: 2,
            completedSteps: phase.steps.map(({ number }) => number),
            rework,
          });
          report = await verify(bench, phase);
          verdicts.push(report.verdict);
        }
        asked.push(
          ...recorder.state.questions.map(({ source, required }) => `question ${source} ${required}`),
        );
        asked.push(...recorder.state.dependencies.map(({ source, name }) => `${name} ${source}`));
        expect(recorder.lines.filter(({ kind, isError }) => kind === 'system' && isError)).toEqual([]);
        expect(recorder.errors).toEqual([]);
      }
      expect(asked).toEqual(['question text false', 'REMINDER_WEBHOOK_URL tool']);
      expect(verdicts.filter((verdict) => verdict === 'failed')).toHaveLength(1);
      expect(verdicts).toHaveLength(5);
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
  },
  TIMEOUT_MS,
);
