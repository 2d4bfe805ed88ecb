import { createTask } from '@ccs/core/task/lifecycle/create-task';
import { aTask, countingIds } from '@ccs/core/testing/task-scenario';
import { type Composition, compose } from '@ccs/server/compose';
import { parseConfig } from '@ccs/server/config/config';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { quantile } from '../measure/statistics.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import type { Order, Report } from '../programs/sse-clients.ts';

const PROGRAM = fileURLToPath(new URL('../programs/sse-clients.js', import.meta.url));
const TIMEOUT_MS = 120_000;
const CROWDS = [
  { clients: 1, perSecond: 100, lines: { full: 500, quick: 50 } },
  { clients: 100, perSecond: 50, lines: { full: 300, quick: 20 } },
  { clients: 1000, perSecond: 10, lines: { full: 100, quick: 5 } },
] as const;
const NOTE = 'from the append of a line to the task log to its arrival; the clients share one other process';

/** How many can watch one task. */
export const sseFanOut: Benchmark = {
  name: 'sse-fan-out',
  about: 'one task stream to 1, 100 and 1000 clients: latency and loss',
  async run(size) {
    const found: Measurement[] = [];
    for (const { clients, perSecond, lines } of CROWDS) {
      const wanted = lines[size] * clients;
      const { received, misplaced, latenciesMs, cpuShare } = await measure(clients, perSecond, lines[size]);
      const what = `${clients.toLocaleString('en')} SSE clients, ${perSecond} lines/s`;
      const samples = latenciesMs.length;
      found.push(
        { what, value: quantile(latenciesMs, 0.5), unit: 'ms, p50', samples, note: NOTE },
        { what, value: quantile(latenciesMs, 0.99), unit: 'ms, p99', samples },
        {
          what: `${what}: lost, doubled or out of order`,
          value: wanted - received + misplaced,
          unit: 'frames',
          samples: wanted,
          target: { atMost: 0 },
        },
        { what: `${what}: server`, value: cpuShare * 100, unit: '% of a processor', samples: 1 },
      );
    }
    return found;
  },
};

async function measure(
  clients: number,
  perSecond: number,
  lines: number,
): Promise<Report & { readonly cpuShare: number }> {
  return inTemporaryFolder(async (folder) => {
    const server = await compose(parseConfig(serverEnvironment(folder), '0'), pino({ level: 'warn' }));
    try {
      const origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
      const taskId = countingIds().next('task');
      await server.commands.handle({
        taskId,
        actor: 'user',
        decide: (state, context) => createTask(state, { task: aTask, execute: false }, context),
      });
      const order: Order = { url: `${origin}/api/tasks/${taskId}/stream`, clients, lines };
      const crowd = fork(PROGRAM, [JSON.stringify(order)], { env: {}, timeout: TIMEOUT_MS });
      const gone = once(crowd, 'exit');
      const early = gone.then(() => {
        throw new Error('the clients ended before their report');
      });
      early.catch(() => undefined);
      await Promise.race([once(crowd, 'message'), early]);
      const reported = once(crowd, 'message') as Promise<[Report]>;
      const before = process.cpuUsage();
      const start = performance.now();
      await appendLines(server, taskId, perSecond, lines);
      const { user, system } = process.cpuUsage(before);
      const cpuShare = (user + system) / 1000 / (performance.now() - start);
      const [report] = await Promise.race([reported, early]);
      await gone;
      return { ...report, cpuShare };
    } finally {
      await server.stop();
    }
  });
}

async function appendLines(
  server: Composition,
  taskId: `task_${string}`,
  perSecond: number,
  lines: number,
): Promise<void> {
  const start = performance.now();
  for (let index = 0; index < lines; index += 1) {
    const wait = start + (index * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const text = `sent ${process.hrtime.bigint()} end`;
    await server.streams.of(taskId).append([{ at: new Date().toISOString(), kind: 'text', text }]);
  }
}
