import type { TaskId } from '@ccs/core/vocabulary/ids';
import { ApiClient } from './api-client.ts';
import { type HandRun, HandRunner, INTERRUPTED } from './hand-runner.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { waitFor } from './wait-for.ts';

/** A server whose agents are moved by hand, and a client of it. */
export interface HandServer extends TestServer {
  readonly runner: HandRunner;
  readonly api: ApiClient;
  /** Creates a task, queues it, and waits for its agent. */
  startTask(changes?: object): Promise<{ readonly id: TaskId; readonly run: HandRun }>;
  /** The first agent after this one. */
  nextAfter(run: HandRun): Promise<HandRun>;
}

export async function startHandServer(
  options: {
    readonly verifiesByHand?: boolean;
    readonly env?: Record<string, string>;
    readonly logLines?: string[];
  } = {},
): Promise<HandServer> {
  const runner = new HandRunner(options);
  const server = await startTestServer({
    runner,
    logLines: options.logLines,
    env: { CCS_MAX_CONCURRENT_AGENTS: '64', CCS_LOG_LEVEL: 'silent', ...options.env },
  });
  const api = new ApiClient(server.app);
  return {
    ...server,
    runner,
    api,
    async startTask(changes = {}) {
      const { id } = await api.createTask({ execute: true, ...changes });
      return { id, run: await waitFor('the agent', () => runner.of(id)) };
    },
    nextAfter: (run) =>
      waitFor('the next agent', () => {
        const next = runner.of(run.run.taskId);
        return next === run ? undefined : next;
      }),
    async dispose() {
      for (const each of [...runner.runs, ...runner.verifications]) each.end(INTERRUPTED);
      await server.dispose();
    },
  };
}
