import { findClaudeExecutable } from '@ccs/agent';
import type { TaskDto } from '@ccs/contract';
import { readSse } from '@ccs/server/testing/sse-client';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { withServer } from '../measure/running-server.ts';
import { startModelProcess } from '../measure/scripted-model-process.ts';
import { quantile } from '../measure/statistics.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { createTee } from './tee.ts';

/** Claude writes about 5 lines a second; 40 is faster than it can. */
const RATES = [
  { perSecond: 5, lines: { full: 100, quick: 10 } },
  { perSecond: 40, lines: { full: 400, quick: 40 } },
] as const;
const NOTE =
  'from the moment that the end of a line leaves Claude Code (noted between it and the server) to its arrival in an ' +
  'SSE client in another process: agent SDK, parser, log file, stream and both sockets';

/** How live the live stream is. */
export const outputToFrame: Benchmark = {
  name: 'output-to-frame',
  about: "time from the CLI's output to the SSE frame",
  async run(size) {
    const found: Measurement[] = [];
    for (const { perSecond, lines } of RATES) {
      const count = lines[size];
      const times = await measure(count, 1000 / perSecond);
      const what = `line of the CLI to SSE frame, ${perSecond} lines/s`;
      const samples = times.length;
      found.push({ what, value: quantile(times, 0.5), unit: 'ms, p50', samples, note: NOTE });
      found.push({ what, value: quantile(times, 0.99), unit: 'ms, p99', samples, target: { atMost: 50 } });
    }
    return found;
  },
};

async function measure(count: number, pauseMs: number): Promise<readonly number[]> {
  const claude = findClaudeExecutable();
  if (claude === null) throw new Error('Claude Code is not installed');
  const model = await startModelProcess({ kind: 'lines', count, pauseMs });
  try {
    return await inTemporaryFolder(async (folder) => {
      const tee = await createTee(folder, claude);
      const env = {
        ...serverEnvironment(folder),
        TMPDIR: folder,
        CCS_CLAUDE_EXECUTABLE: tee.executable,
        ANTHROPIC_BASE_URL: model.url,
        ANTHROPIC_API_KEY: 'sk-ant-bench-not-a-key',
      };
      return withServer(env, async (server, origin) => {
        const body = { type: 'create_app', title: 'Lines', prompt: 'Say many lines.', execute: true };
        const { id } = (await server.send('POST', '/api/tasks', body)) as TaskDto;
        const arrivals = new Map<number, bigint>();
        await readSse(`${origin}/api/tasks/${id}/stream`, {
          until: ({ data, event }) => {
            const now = process.hrtime.bigint();
            for (const [, mark] of data.matchAll(/mark (\d+) end/g)) {
              if (!arrivals.has(Number(mark))) arrivals.set(Number(mark), now);
            }
            if (event === 'error') throw new Error(`the task failed: ${data}`);
            return arrivals.size === count;
          },
        });
        const departures = await tee.departures();
        return [...arrivals].map(([mark, at]) => Number(at - (departures.get(mark) ?? at)) / 1e6);
      });
    });
  } finally {
    await model.end();
  }
}
