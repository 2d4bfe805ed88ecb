import type { OutputFile } from '@ccs/core/task/model/events';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { messageOf } from '../executor/message-of.ts';
import { fileKind } from './file-kind.ts';
import { fileSize, listFiles } from './list-files.ts';
import { existingOutputs } from './outputs.ts';
import type { WorkspaceRepository } from './workspace-repository.ts';

const MAX_OUTPUTS = 1000;

/**
 * What a phase produced: the documents that it names, in their order, then every other file that was added or changed
 * since the phase began (by git; at most 1,000 in all). Sizes are those on disk now.
 * @param onProblem is told why git could not say what changed; every file of the workspace counts then.
 */
export async function collectOutputs(
  workspace: string,
  phase: PhaseDefinition,
  repository: WorkspaceRepository,
  onProblem: (message: string) => void,
): Promise<readonly OutputFile[]> {
  const declared = await existingOutputs(
    workspace,
    phase.steps.flatMap((step) => step.outputs),
  );
  const changed = await repository.changedSince(phase.number).catch(async (error: unknown) => {
    onProblem(messageOf(error));
    return await allFiles(workspace);
  });
  const paths = new Set([...declared, ...changed]);
  const outputs: OutputFile[] = [];
  for (const path of paths) {
    const sizeBytes = await fileSize(workspace, path);
    if (sizeBytes !== null) outputs.push({ path, kind: fileKind(path), sizeBytes });
    if (outputs.length === MAX_OUTPUTS) break;
  }
  return outputs;
}

async function allFiles(workspace: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const path of listFiles(workspace)) {
    if (files.push(path) === MAX_OUTPUTS) break;
  }
  return files;
}
