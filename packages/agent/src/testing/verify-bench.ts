import type { VerifyResult } from '@ccs/core/ports/agent-runner';
import type { Criterion } from '@ccs/core/vocabulary/pipelines/criterion';
import type { Scenario } from '@ccs/scripted-model';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { AgentRunnerOptions } from '../executor/create-agent-runner.ts';
import { findMarkedProcesses } from '../executor/marked-processes.ts';
import { type Bench, openBench, Recorder, TWO_STEPS } from './bench.ts';
import { call, say } from './play.ts';
import { put } from './repositories.ts';
import { mkdir } from 'node:fs/promises';

export const IDEA = 'docs/planning/01_idea.md';
export const MARKET = 'docs/planning/02_market.md';
export const TEXT = `# Idea\n\n${'Something that people can read. '.repeat(30)}\n`;

const name = { en: '', ko: '' };

/** A criterion for the verifier. */
export const judged = (key: string): Criterion => ({
  key,
  name,
  check: { kind: 'verifier', instruction: `Is it ${key}?` },
});
export const EXIST: Criterion = { key: 'outputs_exist', name, check: { kind: 'outputs_exist' } };
export const TESTS_PASS: Criterion = { key: 'tests_pass', name, check: { kind: 'tests_pass' } };
const LENGTH: Criterion = { key: 'min_length', name, check: { kind: 'min_length', characters: 500 } };
/** Outputs, their length, and whether the verifier finds them `agreed`. */
export const DOCUMENTS = [EXIST, LENGTH, judged('agreed')];

/** The verifier's answer, whatever it is. */
export const answer = (criteria: unknown) => say(call('StructuredOutput', { criteria }));

/** What the verifier says about one criterion: it passes, unless changed. */
export const verdict = (key: string, changes: object = {}) => ({
  key,
  verdict: 'pass',
  reason: 'I looked.',
  evidence: [],
  advice: null,
  ...changes,
});

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly criteria?: readonly Criterion[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly runner?: Partial<AgentRunnerOptions>;
  readonly signal?: AbortSignal;
  readonly recorder?: Recorder;
}

/** Verifications of phase 1 by the real Claude Code, each in a bench of its own. */
export class VerifyBench {
  #bench: Bench | undefined;

  get workspace(): string {
    return this.#bench?.workspace ?? '';
  }

  /** What the model was asked. */
  get requests() {
    return this.#bench?.model.requests ?? [];
  }

  /** Verifies files (both documents by default), and proves that no process is left. */
  async verify(scenario: Scenario, options: Options = {}): Promise<VerifyResult & { recorder: Recorder }> {
    const bench = await openBench(scenario, { maxRetries: 0, ...options.runner });
    this.#bench = bench;
    await mkdir(bench.workspace, { recursive: true });
    execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: bench.workspace });
    await put(bench.workspace, options.files ?? { [IDEA]: TEXT, [MARKET]: TEXT });
    const recorder = options.recorder ?? new Recorder();
    const run = bench.newRun({
      sessionId: randomUUID(),
      phase: { ...TWO_STEPS, criteria: options.criteria ?? DOCUMENTS },
      environment: options.environment ?? {},
    });
    const signal = options.signal ?? new AbortController().signal;
    const result = await bench.runner.verifyPhase(run, recorder, signal);
    const left = await findMarkedProcesses(new Set([run.runId]));
    if (left.length > 0) throw new Error(`${left.length} processes of the verification are left`);
    return { ...result, recorder };
  }

  async close(): Promise<void> {
    await this.#bench?.close();
  }
}

/** Claude Code is there and has asked the model, or is about to. */
export const hasBegun = (recorder: Recorder) =>
  recorder.texts('system').some((line) => line.startsWith('Claude Code '));
