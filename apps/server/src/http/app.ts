import fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { App, HttpDeps } from './http-deps.ts';
import { registerErrors } from './errors.ts';
import { checkHostAndOrigin } from './host-and-origin.ts';
import { registerOpenApi } from './openapi.ts';
import { askRoutes } from './routes/asks/routes.ts';
import { changeRoutes } from './routes/changes/routes.ts';
import { messageRoutes } from './routes/messages/routes.ts';
import { reviewRoutes } from './routes/reviews/routes.ts';
import { streamRoutes } from './routes/stream/routes.ts';
import { systemRoutes } from './routes/system/routes.ts';
import { taskRoutes } from './routes/tasks/routes.ts';
import { registerPages } from './pages.ts';

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
      askRoutes(api, deps);
      messageRoutes(api, deps);
      reviewRoutes(api, deps);
      changeRoutes(api, deps);
      streamRoutes(api, deps);
    },
    { prefix: '/api' },
  );
  await registerPages(app, deps.webDirectory);
  return app;
}
