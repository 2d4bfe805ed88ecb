import { saveUpload, uploadTarget } from '@ccs/agent';
import { MAX_UPLOAD_BYTES } from '@ccs/contract';
import { DomainError } from '@ccs/core/kernel/domain-error';
import {
  provideDependency,
  type Provision,
  requireOpenDependency,
  requireProvision,
} from '@ccs/core/task/ask/provide-dependency';
import type { DependencyView } from '@ccs/core/task/view/task-views';
import { envNameProblem } from '@ccs/core/vocabulary/env-names';
import type { HttpDeps } from '../../http-deps.ts';
import { HttpProblem } from '../../problems.ts';
import { findTask } from '../tasks/find-task.ts';

/** Records an answer that brings nothing along. @throws DomainError */
export async function storeWord(
  deps: HttpDeps,
  dependency: DependencyView,
  provision: Provision,
): Promise<void> {
  const { taskId, dependencyId } = dependency;
  await deps.commands.handle({
    taskId,
    actor: 'user',
    decide: (state) => provideDependency(state, { taskId, dependencyId, provision }),
  });
}

/** Puts a value into the vault, then says so. Refused, it is not kept. @throws DomainError, HttpProblem */
export async function storeSecret(deps: HttpDeps, dependency: DependencyView, value: string): Promise<void> {
  await requireWanted(deps, dependency, 'value');
  const { taskId, name } = dependency;
  const problem = envNameProblem(name);
  if (problem !== null) throw new HttpProblem('secret_name_refused', problem);
  const secretId = deps.ids.next('secret');
  // Blanks around a key come with copying; a certificate keeps its lines as they are.
  await deps.vault.put({ secretId, taskId, name }, value.includes('\n') ? value : value.trim());
  try {
    await storeWord(deps, dependency, { kind: 'value', secretId });
  } catch (error) {
    // Any other error leaves open whether it was stored: a value without a use is better than a use without a value.
    if (error instanceof DomainError) await deps.vault.remove([secretId]);
    throw error;
  }
}

/** Writes a file into the workspace, then says so. @throws DomainError, HttpProblem, UploadRefusedError */
export async function storeFile(
  deps: HttpDeps,
  dependency: DependencyView,
  file: { readonly name: string; readonly content: string },
): Promise<void> {
  const bytes = Buffer.from(file.content, 'base64');
  if (bytes.length > MAX_UPLOAD_BYTES) throw new HttpProblem('payload_too_large');
  await requireWanted(deps, dependency, 'file');
  const { workspacePath } = await findTask(deps, dependency.taskId);
  const target = uploadTarget(dependency.name, file.name);
  const filePath = await saveUpload(workspacePath, target, bytes);
  await storeWord(deps, dependency, { kind: 'file', filePath });
}

/** Refuses before anything is written. @throws DomainError */
async function requireWanted(
  deps: HttpDeps,
  { taskId, dependencyId }: DependencyView,
  kind: Provision['kind'],
): Promise<void> {
  await deps.commands.handle({
    taskId,
    actor: 'user',
    decide(state) {
      requireProvision(requireOpenDependency(state, { taskId, dependencyId }), kind);
      return [];
    },
  });
}
