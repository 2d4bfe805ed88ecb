import path from 'node:path';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { withServer } from '../measure/running-server.ts';
import { quantile } from '../measure/statistics.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { TimedClient } from '../measure/timed-get.ts';
import { fillTasks } from './fill-data.ts';

const SIZES = { full: { tasks: 10_000, requests: 300 }, quick: { tasks: 500, requests: 20 } } as const;
const QUERIES = [
  ['limit 50', ['?limit=50']],
  ['limit 200', ['?limit=200']],
  ['q that matches one in eight, limit 50', ['?limit=50&q=recipes', '?limit=50&q=PLANTS']],
  ['q that matches nothing, limit 50', ['?limit=50&q=submarine']],
  ['status, limit 50', ['?limit=50&status=draft', '?limit=50&status=completed']],
] as const;

/** The task list of a full server. */
export const taskList: Benchmark = {
  name: 'task-list',
  about: 'GET /api/tasks with 10,000 tasks on SQLite',
  run: (size) =>
    inTemporaryFolder(async (folder) => {
      const { tasks, requests } = SIZES[size];
      await fillTasks(path.join(folder, 'data'), tasks);
      return withServer(serverEnvironment(folder), async (_, origin) => {
        const client = new TimedClient(origin);
        const found: Measurement[] = [];
        for (const [name, queries] of QUERIES) {
          const times = await client.repeat(
            requests,
            queries.map((query) => `/api/tasks${query}`),
          );
          const what = `GET /api/tasks of ${tasks.toLocaleString('en')}: ${name}`;
          found.push({ what, value: quantile(times, 0.5), unit: 'ms, p50', samples: requests });
          found.push({
            what,
            value: quantile(times, 0.99),
            unit: 'ms, p99',
            samples: requests,
            target: { atMost: 100 },
          });
        }
        client.close();
        return found;
      });
    }),
};
