import type { WorkspacePlace } from '@ccs/agent';
import type { HttpDeps } from '../../http-deps.ts';

/** Where the history of a task's workspace is read. */
export function placeOf(
  deps: HttpDeps,
  { workspacePath }: { readonly workspacePath: string },
): WorkspacePlace {
  return { workspacePath, PATH: deps.config.agent.PATH };
}
