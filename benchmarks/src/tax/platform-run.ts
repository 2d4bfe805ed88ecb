import type { LogPage, RunDto } from '@ccs/contract';
import { runDemoTask } from '../measure/demo-task.ts';
import { cpuSeconds, watchMemory } from '../measure/processes.ts';
import { withServer } from '../measure/running-server.ts';
import type { ModelProcess } from '../measure/scripted-model-process.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import type { RunCost, VerificationCost } from './run-cost.ts';
import { VerificationMeter } from './verification-meter.ts';

/** What the platform did: its cost without the verifications, these, and what it said to the agent, one prompt a run. */
export interface PlatformRun {
  readonly cost: RunCost;
  readonly verification: VerificationCost;
  readonly prompts: readonly string[];
}

/**
 * A whole task through a server that is already running. Everything between the request and the frame `complete` counts as
 * the platform's, but the time from the start to the end of each verification.
 */
export async function runOnPlatform(model: ModelProcess): Promise<PlatformRun> {
  return inTemporaryFolder((folder) => {
    const env = {
      ...serverEnvironment(folder),
      TMPDIR: folder,
      ANTHROPIC_BASE_URL: model.url,
      ANTHROPIC_API_KEY: 'sk-ant-bench-not-a-key',
    };
    return withServer(env, async (server, origin) => {
      const known = (await model.requestsBySession()).length;
      const memory = watchMemory(server.pid);
      const meter = new VerificationMeter(() => cpuSeconds(server.pid));
      const cpuBefore = cpuSeconds(server.pid);
      const start = performance.now();
      const id = await runDemoTask(server, origin, 'claude', (frame) => meter.see(frame));
      const wallSeconds = (performance.now() - start) / 1000;
      const peakMB = memory.stop();
      const cpu = cpuSeconds(server.pid) - cpuBefore;
      // The task's own session is the first one; each verification has one of its own.
      const [own = 0, ...verifiers] = (await model.requestsBySession()).slice(known);
      const { items: runs } = (await server.get(`/api/tasks/${id}/runs`)) as { items: readonly RunDto[] };
      const seconds = runs.filter(({ purpose }) => purpose === 'verify').map(secondsOf);
      const logs = (await server.get(`/api/tasks/${id}/logs?kind=prompt`)) as LogPage;
      return {
        cost: {
          wallSeconds: wallSeconds - sum(seconds),
          cpuSeconds: cpu - meter.cpuSeconds,
          peakMB,
          requests: own,
        },
        verification: { seconds, cpuSeconds: meter.cpuSeconds, requests: sum(verifiers) },
        prompts: promptsOf(runs, logs),
      };
    });
  });
}

/** @throws Error when a run had not exactly one prompt: the bare program, with a process for each, would do other turns. */
function promptsOf(runs: readonly RunDto[], logs: LogPage): readonly string[] {
  const working = runs.filter(({ purpose }) => purpose === 'phase' || purpose === 'rework');
  const inOrder = working.toSorted((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt));
  return inOrder.map((run) => {
    const [prompt, ...others] = logs.items.filter(({ runId }) => runId === run.id);
    if (prompt === undefined || others.length > 0) {
      throw new Error(
        `a ${run.purpose} of phase ${run.phase} had ${others.length + (prompt ? 1 : 0)} prompts`,
      );
    }
    return prompt.text;
  });
}

function secondsOf({ startedAt, endedAt }: RunDto): number {
  return (Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
