import type { WorkingRun } from '@ccs/core/ports/agent-runner';
import type { FailureCode } from '@ccs/core/vocabulary/failures';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import { GitMissingError } from '../workspace/git.ts';
import { WorkspaceSourceError } from '../workspace/source/workspace-source-error.ts';
import { openWorkspace, type WorkspaceRepository } from '../workspace/workspace-repository.ts';
import { messageOf } from './message-of.ts';
import type { RunDesk, UnfinishedEnd } from './run-desk.ts';
import type { RunnerContext } from './runner-context.ts';

/** The repository of a run's workspace, with the project of its source in it; or why there is none. */
export async function openRunWorkspace(
  { environment }: RunnerContext,
  { workspacePath, source }: WorkingRun,
  { log, signal }: RunDesk,
): Promise<{ readonly repository: WorkspaceRepository } | UnfinishedEnd> {
  try {
    const onNote = (note: LocalizedText) => log('system', note);
    const options = { source, environment, signal, onNote };
    return { repository: await openWorkspace(workspacePath, environment.PATH, options) };
  } catch (error) {
    if (signal.aborted) return { outcome: 'interrupted' };
    return { outcome: 'failed', failure: { code: codeOf(error), details: messageOf(error) } };
  }
}

function codeOf(error: unknown): FailureCode {
  if (error instanceof GitMissingError) return 'git_missing';
  return error instanceof WorkspaceSourceError ? 'workspace_source_unavailable' : 'workspace_unavailable';
}
