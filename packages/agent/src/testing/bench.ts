import type { AgentRunner, ChatRun, PhaseRun, RunResult } from '@ccs/core/ports/agent-runner';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { documentStep } from '@ccs/core/vocabulary/pipelines/pipeline';
import { randomUUID } from 'node:crypto';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentRunnerOptions, createAgentRunner } from '../executor/create-agent-runner.ts';
import { type Scenario, type ScriptedModel, startScriptedModel } from '@ccs/scripted-model';
import { Recorder } from './recorder.ts';

export { Recorder };

/** A phase of two documents: enough to see everything that a phase does. */
export const TWO_STEPS: PhaseDefinition = {
  number: 1,
  key: 'planning',
  name: { en: 'Planning', ko: '기획' },
  goal: 'Write two documents.',
  dependsOn: [],
  steps: [
    documentStep(1, 'idea', 'docs/planning/01_idea.md', 'Idea', '아이디어'),
    documentStep(2, 'market', 'docs/planning/02_market.md', 'Market analysis', '시장 분석'),
  ],
  criteria: [],
};

let runs = 0;

/** An id that no other run has. */
function newRunId(): `run_${string}` {
  runs += 1;
  return `run_${process.pid}x${Date.now().toString(36)}x${runs}`;
}

/** A run with the real Claude Code against a scripted model, in folders of its own. */
export interface Bench {
  readonly root: string;
  readonly workspace: string;
  readonly dataDir: string;
  readonly model: ScriptedModel;
  readonly runner: AgentRunner;
  readonly options: AgentRunnerOptions;
  newRun(changes?: Partial<PhaseRun>): PhaseRun;
  /** Runs a phase to its end. */
  run(
    changes?: Partial<PhaseRun>,
    recorder?: Recorder,
    signal?: AbortSignal,
  ): Promise<RunResult & { recorder: Recorder }>;
  /** Goes on with a conversation until it is answered. */
  chat(changes?: Partial<ChatRun>, recorder?: Recorder): Promise<RunResult & { recorder: Recorder }>;
  close(): Promise<void>;
}

export async function openBench(
  scenario: Scenario,
  changes: Partial<AgentRunnerOptions> = {},
): Promise<Bench> {
  const root = await mkdtemp(join(tmpdir(), 'ccs-agent-test-'));
  const model = await startScriptedModel({ scenario, record: 1000 });
  const workspace = join(root, 'workspace');
  const dataDir = join(root, 'data');
  const home = join(root, 'home');
  await mkdir(home, { recursive: true });
  const options: AgentRunnerOptions = {
    dataDir,
    environment: {
      PATH: process.env['PATH'],
      HOME: home,
      TMPDIR: root,
      CLAUDE_CONFIG_DIR: join(home, '.claude'),
      ANTHROPIC_API_KEY: 'sk-ant-test-not-a-key',
      ANTHROPIC_BASE_URL: model.url,
    },
    demoModelUrl: async () => model.url,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...changes,
  };
  const runner = createAgentRunner(options);
  const base = {
    taskId: `task_${randomUUID()}` as const,
    title: 'Habit tracker',
    prompt: 'A habit tracker with streaks',
    language: 'en',
    provider: 'claude',
    workspacePath: workspace,
    sessionId: randomUUID(),
    phase: TWO_STEPS,
    attempt: 1,
    completedSteps: [],
    source: null,
    environment: {},
    autoAccept: true,
    grants: [],
    input: [],
    rework: null,
  } as const satisfies Omit<PhaseRun, 'runId'>;
  const newRun = (runChanges: Partial<PhaseRun> = {}): PhaseRun => ({
    runId: newRunId(),
    ...base,
    ...runChanges,
  });
  return {
    root,
    workspace,
    dataDir,
    model,
    runner,
    options,
    newRun,
    async run(runChanges, recorder = new Recorder(), signal = new AbortController().signal) {
      const run = newRun(runChanges);
      recorder.autoAccept = run.autoAccept;
      const result = await runner.runPhase(run, recorder, recorder.inbox, signal);
      return { ...result, recorder };
    },
    async chat(runChanges, recorder = new Recorder('custom')) {
      const { signal } = new AbortController();
      const run = newRun(runChanges);
      recorder.autoAccept = run.autoAccept;
      const result = await runner.runChat(run, recorder, recorder.inbox, signal);
      return { ...result, recorder };
    },
    async close() {
      await model.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
