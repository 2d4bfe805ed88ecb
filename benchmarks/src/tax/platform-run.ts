import type { LogPage, TaskDto } from '@ccs/contract';
import { readSse } from '@ccs/server/testing/sse-client';
import { cpuSeconds, watchMemory } from '../measure/processes.ts';
import { withServer } from '../measure/running-server.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import type { RunCost } from './run-cost.ts';

export const BRIEF = { title: 'Habit tracker', prompt: 'a habit tracker with streaks' } as const;

/** A whole task through a server that is already running: from the request that creates it to the frame `complete`. */
export async function runOnPlatform(
  modelUrl: string,
): Promise<RunCost & { readonly prompts: readonly string[] }> {
  return inTemporaryFolder((folder) => {
    const env = {
      ...serverEnvironment(folder),
      TMPDIR: folder,
      ANTHROPIC_BASE_URL: modelUrl,
      ANTHROPIC_API_KEY: 'sk-ant-bench-not-a-key',
    };
    return withServer(env, async (server, origin) => {
      const memory = watchMemory(server.pid);
      const cpuBefore = cpuSeconds(server.pid);
      const start = performance.now();
      const body = { ...BRIEF, type: 'create_app', provider: 'claude', autoApprove: true, execute: true };
      const { id } = (await server.send('POST', '/api/tasks', body)) as TaskDto;
      const frames = await readSse(`${origin}/api/tasks/${id}/stream`, {
        until: ({ event }) => event === 'complete' || event === 'error',
      });
      const wallSeconds = (performance.now() - start) / 1000;
      const peakMB = memory.stop();
      if (frames.at(-1)?.event !== 'complete') throw new Error(`the task failed: ${frames.at(-1)?.data}`);
      const cpu = cpuSeconds(server.pid) - cpuBefore;
      const logs = (await server.get(`/api/tasks/${id}/logs?kind=prompt`)) as LogPage;
      return { wallSeconds, cpuSeconds: cpu, peakMB, prompts: logs.items.map((line) => line.text) };
    });
  });
}
