import { healthSchema, systemSchema } from '@ccs/contract';
import { AVAILABLE_TASK_TYPES } from '@ccs/core/vocabulary/pipelines/registry';
import type { App, HttpDeps } from '../../http-deps.ts';
import { getProblem } from './get-problem.ts';
import { problemResponses } from '../problem-responses.ts';

export function systemRoutes(app: App, deps: HttpDeps): void {
  getProblem(app);
  const { config } = deps;
  app.get(
    '/health',
    {
      schema: {
        operationId: 'getHealth',
        tags: ['system'],
        summary: 'Whether the server answers',
        response: { 200: healthSchema, ...problemResponses },
      },
    },
    (request) => {
      const port = request.socket.localPort ?? config.port;
      return {
        status: 'ok' as const,
        port,
        url: `http://localhost:${port}`,
        uptime: process.uptime(),
        version: config.version,
      };
    },
  );
  app.get(
    '/system',
    {
      schema: {
        operationId: 'getSystem',
        tags: ['system'],
        summary: 'What this server is, and whether it can run agents',
        response: { 200: systemSchema, ...problemResponses },
      },
    },
    async () => ({
      version: config.version,
      database: deps.database,
      dataDirectory: config.dataDirectory,
      outputDirectory: config.outputDirectory,
      agent: { ...(await deps.agent.look()), maxConcurrent: config.maxConcurrentAgents },
      pipelines: [...AVAILABLE_TASK_TYPES],
    }),
  );
}
