import type { Clock, IdSource } from '@ccs/core/kernel/clock';
import type { EventStore } from '@ccs/core/ports/event-store';
import type { ReadModels } from '@ccs/core/ports/read-models';
import type { TaskLog } from '@ccs/core/ports/task-log';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawServerDefault,
} from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config/config.ts';
import type { TaskChanges } from '../runtime/task-changes.ts';
import type { TaskCommands } from '../runtime/task-commands.ts';
import type { TaskStreams } from '../runtime/task-streams.ts';
import type { AgentProbe } from '../runtime/agent-probe.ts';
import { registerErrors } from './errors.ts';
import { checkHostAndOrigin } from './host-and-origin.ts';
import { registerOpenApi } from './openapi.ts';
import { reviewRoutes } from './routes/reviews/routes.ts';
import { streamRoutes } from './routes/stream/routes.ts';
import { systemRoutes } from './routes/system/routes.ts';
import { taskRoutes } from './routes/tasks/routes.ts';
import { registerPages } from './pages.ts';

/** Everything a route may use. */
export interface HttpDeps {
  readonly config: Config;
  readonly database: 'sqlite' | 'postgres';
  readonly logger: FastifyBaseLogger;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly commands: TaskCommands;
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
  readonly log: TaskLog;
  readonly streams: TaskStreams;
  readonly changes: TaskChanges;
  readonly agent: AgentProbe;
  /** The folder of the exported web pages; null when they are not built. */
  readonly webDirectory: string | null;
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

const BODY_LIMIT_BYTES = 1024 * 1024;

/** Builds the HTTP application. It never listens: tests inject, `start` listens. */
export async function buildApp(deps: HttpDeps): Promise<App> {
  const app: App = fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // A browser can send text/plain across origins without asking first; only JSON is taken.
  app.removeContentTypeParser('text/plain');
  registerErrors(app);
  checkHostAndOrigin(app, deps.config.allowedHosts);
  await registerOpenApi(app, deps.config.version);
  await app.register(
    async (api) => {
      systemRoutes(api, deps);
      taskRoutes(api, deps);
      reviewRoutes(api, deps);
      streamRoutes(api, deps);
    },
    { prefix: '/api' },
  );
  await registerPages(app, deps.webDirectory);
  return app;
}
