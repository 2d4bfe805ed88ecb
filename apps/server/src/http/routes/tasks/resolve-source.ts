import { inspectSource, isInside } from '@ccs/agent';
import type { WorkspaceSourceBody } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { realpath } from 'node:fs/promises';
import type { HttpDeps } from '../../http-deps.ts';
import { HttpProblem } from '../../problems.ts';

/** What a modify_app task will work on, if that can be worked on. @throws HttpProblem workspace_source_invalid */
export async function resolveSource(deps: HttpDeps, body: WorkspaceSourceBody): Promise<WorkspaceSource> {
  const source = await toSource(deps, body);
  if (source.kind === 'folder') await refuseOwnFolders(deps, source.path);
  const found = await inspectSource(source);
  if (found.problem !== undefined) throw refusal(found.problem);
  if (found.kind === 'plain-folder' && source.kind !== 'git') await refuseToCopyOurselves(deps, source.path);
  return source;
}

async function toSource(deps: HttpDeps, body: WorkspaceSourceBody): Promise<WorkspaceSource> {
  switch (body.kind) {
    case 'task': {
      const task = await deps.readModels.findTask(body.taskId as TaskId);
      if (!task) throw refusal(`there is no task ${body.taskId}`);
      return { kind: 'task', taskId: task.taskId, path: task.workspacePath };
    }
    case 'folder':
      return body;
    case 'git':
      return { kind: 'git', url: body.url, ref: body.ref ?? null };
  }
}

/** The data folder holds keys and logs. Of what lies in it only the workspaces of tasks may be worked on. */
async function refuseOwnFolders(deps: HttpDeps, folder: string): Promise<void> {
  const real = await realpath(folder).catch(() => null);
  if (real === null || !isInside(await realpath(deps.config.dataDirectory), real)) return;
  if (!(await isWorkspace(deps, real))) throw refusal(`${folder} belongs to this server`);
}

/** A copy of a folder that holds the data folder would take it along, and itself. */
async function refuseToCopyOurselves({ config }: HttpDeps, folder: string): Promise<void> {
  const real = await realpath(folder);
  for (const own of [config.dataDirectory, config.outputDirectory]) {
    if (isInside(real, await realpath(own))) throw refusal(`${folder} holds the data of this server`);
  }
}

async function isWorkspace(deps: HttpDeps, folder: string): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await deps.readModels.listTasks({ limit: 200, cursor });
    for (const task of page.items) {
      const workspace = await realpath(task.workspacePath).catch(() => null);
      if (workspace !== null && isInside(workspace, folder)) return true;
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return false;
}

function refusal(detail: string): HttpProblem {
  return new HttpProblem('workspace_source_invalid', detail);
}
