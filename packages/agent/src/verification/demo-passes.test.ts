import type { PhaseRun } from '@ccs/core/ports/agent-runner';
import type { PendingInput } from '@ccs/core/task/model/pending-input';
import type { CriterionResult } from '@ccs/core/task/model/verification-report';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { createApp } from '@ccs/core/vocabulary/pipelines/create-app';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputPrompt } from '../prompt/input-prompt.ts';
import { phasePrompt } from '../prompt/phase-prompt.ts';
import { reworkPrompt } from '../prompt/rework-prompt.ts';
import { createProtocolParser } from '../protocol/parser.ts';
import { type CheckBench, openCheckBench } from '../testing/check-bench.ts';
import { type DemoPlay, playDemo } from '../testing/play-demo.ts';
import { runProjectTests } from './run-project-tests.ts';

let bench: CheckBench;
beforeEach(async () => {
  bench = await openCheckBench();
});
afterEach(() => bench.close());

test.each([
  ['en', 'Todo list', 'A todo app: TODO items with due dates, search and labels'],
  ['ko', '습관 기록', '매일 습관을 기록하고 연속 기록을 보는 앱. 통계와 검색도 필요합니다.'],
] as const)(
  'what the demo builds passes every check by program, after at most one rework: %s',
  async (language, title, prompt) => {
    const demo = await playDemo(bench.workspace);
    try {
      let reworked = 0;
      for (const phase of createApp.phases) {
        const run = phaseRun(phase, { language, title, prompt, workspacePath: bench.workspace });
        await work(demo, run, phasePrompt({ run, resumed: phase.number > 1, existing: [] }));
        let failed = await failures(run);
        if (failed.length > 0) {
          reworked += 1;
          const rework = { kind: 'verification', attempt: 1, prompt: describe(failed) } as const;
          await work(demo, run, reworkPrompt({ ...run, rework }));
          failed = await failures(run);
        }
        expect(failed).toEqual([]);
      }
      expect(reworked).toBeLessThanOrEqual(1);
    } finally {
      await demo.close();
    }
  },
);

/** Lets the demo work until it is done. What it needs is skipped: its app must do without. */
async function work(demo: DemoPlay, run: PhaseRun, prompt: string): Promise<void> {
  let said = await demo.say(prompt);
  for (let asks = 1; asks <= 3; asks += 1) {
    const parser = createProtocolParser();
    const signals = [...parser.feed(said), ...parser.endOfTurn()];
    const needs = signals.find((signal) => signal.kind === 'dependency');
    if (needs?.kind !== 'dependency' || signals.some(({ kind }) => kind === 'phase')) return;
    const input: PendingInput = {
      ...needs,
      id: `dependency_${asks}`,
      source: 'text',
      status: 'skipped',
      filePath: null,
      scope: null,
      permission: null,
      toolUseId: null,
      deferred: false,
    };
    said = await demo.say(inputPrompt({ phase: run.phase, input: [input] }, []));
  }
}

async function failures(run: PhaseRun): Promise<readonly CriterionResult[]> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: bench.workspace };
  const result = await runProjectTests(bench.workspace, { timeoutMs: 60_000, env });
  const tests = result.command === null ? null : result;
  const results: CriterionResult[] = [];
  for (const { check } of run.phase.criteria) {
    if (check.kind !== 'verifier') results.push(await bench.check(check, { ...run, tests }));
  }
  return results.filter(({ verdict }) => verdict !== 'pass');
}

function describe(failed: readonly CriterionResult[]): string {
  return failed
    .map(({ key, reason, evidence, advice }) =>
      [
        `${key}: ${reason}`,
        ...evidence.map(({ path, line, text }) => `- ${path}:${line ?? ''} ${text}`),
        advice,
      ].join('\n'),
    )
    .join('\n\n');
}

function phaseRun(
  phase: PhaseDefinition,
  task: Pick<PhaseRun, 'language' | 'title' | 'prompt' | 'workspacePath'>,
): PhaseRun {
  return {
    ...task,
    runId: 'run_demo',
    taskId: 'task_demo',
    provider: 'demo',
    source: null,
    sessionId: '',
    environment: {},
    autoAccept: true,
    grants: [],
    input: [],
    phase,
    attempt: 1,
    completedSteps: [],
    rework: null,
  };
}
