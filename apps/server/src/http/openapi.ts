import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App } from './http-deps.ts';

/** OpenAPI 3.1 from the routes' own schemas at /api/openapi.json, and a page to read it at /api/docs. */
export async function registerOpenApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Claude Code Server',
        version,
        description:
          'Hand a task to managed Claude Code agents and get a finished, verified project back. Errors are RFC 9457 ' +
          'problem details with a stable `code`; lists are `{items, nextCursor}`; times are ISO-8601 UTC.',
        license: { name: 'MIT' },
      },
      tags: [
        { name: 'tasks', description: 'Tasks and their life cycle' },
        { name: 'progress', description: 'Phases, runs, events, logs and the live stream' },
        { name: 'files', description: 'What is in a workspace' },
        { name: 'asks', description: 'What agents ask of people: questions, dependencies, permissions' },
        { name: 'messages', description: 'Conversations' },
        { name: 'reviews', description: 'Verification, and the gate after each phase' },
        { name: 'changes', description: 'What the work changed, and where it goes' },
        { name: 'system', description: 'The server itself' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
}
