import { inspectSource, withoutCredentials } from '@ccs/agent';
import type { WorkspaceSourceBody } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import type { HttpDeps } from '../../http-deps.ts';
import { HttpProblem } from '../../problems.ts';

/** What a modify_app task will work on, if that can be worked on. @throws HttpProblem workspace_source_invalid */
export async function resolveSource(deps: HttpDeps, body: WorkspaceSourceBody): Promise<WorkspaceSource> {
  const source = await toSource(deps, body);
  const { dataDirectory, outputDirectory, agent } = deps.config;
  const { problem } = await inspectSource(source, { PATH: agent.PATH, dataDirectory, outputDirectory });
  if (problem !== undefined) throw refusal(problem);
  return source;
}

async function toSource(deps: HttpDeps, body: WorkspaceSourceBody): Promise<WorkspaceSource> {
  switch (body.kind) {
    case 'task': {
      const task = await deps.readModels.findTask(body.taskId as TaskId);
      if (!task) throw refusal(`There is no task ${body.taskId}.`);
      return { kind: 'task', taskId: task.taskId, path: task.workspacePath };
    }
    case 'folder':
      return body;
    case 'git':
      // It would stand in the events of the task, which are kept for good.
      if (withoutCredentials(body.url) !== body.url) {
        throw refusal(
          'The address holds a password. Use ssh with a key, or clone it yourself and name the folder.',
        );
      }
      return { kind: 'git', url: body.url, ref: body.ref ?? null };
  }
}

function refusal(detail: string): HttpProblem {
  return new HttpProblem('workspace_source_invalid', detail);
}
