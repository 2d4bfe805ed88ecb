import path from 'node:path';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { withServer } from '../measure/running-server.ts';
import { median, quantile } from '../measure/statistics.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { TimedClient } from '../measure/timed-get.ts';
import { fillLog, fillTasks } from './fill-data.ts';

const SIZES = {
  full: { lines: 200_000, restarts: 5, requests: 100 },
  quick: { lines: 5000, restarts: 1, requests: 10 },
} as const;
const WINDOW = 500;

/** Windows of a long log, right after the start of the server and later. */
export const longLog: Benchmark = {
  name: 'long-log',
  about: 'GET /logs: windows of a log of 200,000 lines',
  run: (size) =>
    inTemporaryFolder(async (folder) => {
      const { lines, restarts, requests } = SIZES[size];
      const dataDir = path.join(folder, 'data');
      const [taskId] = await fillTasks(dataDir, 1);
      if (taskId === undefined) throw new Error('there is no task');
      await fillLog(dataDir, taskId, lines);
      const windows = [
        ['first', 0],
        ['middle', lines / 2],
        ['last', lines - WINDOW],
      ] as const;
      const found: Measurement[] = [];
      for (const [name, after] of windows) {
        const url = `/api/tasks/${taskId}/logs?after=${after}&limit=${WINDOW}`;
        const what = `GET /logs of ${lines.toLocaleString('en')} lines: ${name} ${WINDOW}`;
        const cold: number[] = [];
        let warm: readonly number[] = [];
        for (let start = 0; start < restarts; start += 1) {
          await withServer(serverEnvironment(folder), async (_, origin) => {
            const client = new TimedClient(origin);
            await client.get('/api/health');
            cold.push((await client.get(url)).ms);
            if (start === restarts - 1) warm = await client.repeat(requests, [url]);
            client.close();
          });
        }
        const [unit, samples] = [`ms, median of ${restarts} server starts`, restarts];
        found.push({ what: `${what}, cold`, value: median(cold), unit, samples, target: { atMost: 1000 } });
        found.push({ what: `${what}, warm`, value: quantile(warm, 0.5), unit: 'ms, p50', samples: requests });
        found.push({
          what: `${what}, warm`,
          value: quantile(warm, 0.99),
          unit: 'ms, p99',
          samples: requests,
        });
      }
      return found;
    }),
};
