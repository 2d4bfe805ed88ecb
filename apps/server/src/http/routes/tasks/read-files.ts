import { contentQuerySchema, fileContentSchema, fileListSchema, pathQuerySchema } from '@ccs/contract';
import { listWorkspaceFolder, readWorkspaceFile } from '../../../runtime/workspace-files.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from './find-task.ts';
import { taskParams } from './task-params.ts';

export function readFiles(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/files',
    {
      schema: {
        operationId: 'listFiles',
        tags: ['files'],
        summary: 'One folder of the workspace',
        params: taskParams,
        querystring: pathQuerySchema,
        response: { 200: fileListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      return { items: await listWorkspaceFolder(task.workspacePath, request.query.path) };
    },
  );
  app.get(
    '/tasks/:id/files/content',
    {
      schema: {
        operationId: 'readFile',
        tags: ['files'],
        summary: 'The content of one file of the workspace, at most 2 MiB',
        params: taskParams,
        querystring: contentQuerySchema,
        response: { 200: fileContentSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const file = await readWorkspaceFile(task.workspacePath, request.query.path);
      const redact = await deps.redactFor(task.taskId);
      return { ...file, content: file.content === null ? null : redact(file.content) };
    },
  );
}
