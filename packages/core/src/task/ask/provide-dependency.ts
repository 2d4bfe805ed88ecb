import { DomainError } from '../../kernel/domain-error.ts';
import type { DependencyType, PermissionScope } from '../../vocabulary/asks.ts';
import type { DependencyId, SecretId, TaskId } from '../../vocabulary/ids.ts';
import { requireTask } from '../lifecycle/require-task.ts';
import type { DependencyState } from '../model/dependencies.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';

/** How a person meets a dependency. The value itself is in the vault, the file in the workspace. */
export type Provision =
  | { readonly kind: 'value'; readonly secretId: SecretId }
  | { readonly kind: 'file'; readonly filePath: string }
  | { readonly kind: 'allow'; readonly scope: PermissionScope }
  | { readonly kind: 'deny' }
  | { readonly kind: 'skip' };

export interface ProvideDependencyInput {
  readonly taskId: TaskId;
  readonly dependencyId: DependencyId;
  readonly provision: Provision;
}

/** What each type of dependency can be met with; those that are not required can be skipped, too. */
const PROVISIONS: Readonly<Record<DependencyType, readonly Provision['kind'][]>> = {
  api_key: ['value', 'deny'],
  env_variable: ['value', 'deny'],
  service: ['value', 'allow', 'deny'],
  file: ['file', 'deny'],
  permission: ['allow', 'deny'],
  package: ['allow', 'deny'],
};

/** Provides, allows, denies or skips, once. @throws DomainError dependency_not_found, dependency_closed, provision_mismatch */
export function provideDependency(
  state: TaskState | null,
  { taskId, dependencyId, provision }: ProvideDependencyInput,
): readonly TaskEvent[] {
  const dependency = requireOpenDependency(state, { taskId, dependencyId });
  requireProvision(dependency, provision.kind);
  const none = { secretId: null, filePath: null, scope: null };
  switch (provision.kind) {
    case 'value':
      return [
        { type: 'DependencyProvided', payload: { ...none, dependencyId, secretId: provision.secretId } },
      ];
    case 'file':
      return [
        { type: 'DependencyProvided', payload: { ...none, dependencyId, filePath: provision.filePath } },
      ];
    case 'allow':
      return [{ type: 'DependencyProvided', payload: { ...none, dependencyId, scope: provision.scope } }];
    case 'deny':
      return [{ type: 'DependencyDenied', payload: { dependencyId } }];
    case 'skip':
      return [{ type: 'DependencySkipped', payload: { dependencyId } }];
  }
}

/** The dependency, if it still waits. @throws DomainError dependency_not_found, dependency_closed */
export function requireOpenDependency(
  state: TaskState | null,
  { taskId, dependencyId }: { readonly taskId: TaskId; readonly dependencyId: DependencyId },
): DependencyState {
  const task = requireTask(state, taskId);
  const dependency = task.dependencies.find((each) => each.dependencyId === dependencyId);
  if (!dependency) throw new DomainError({ code: 'dependency_not_found', dependencyId });
  if (dependency.status !== 'pending') {
    throw new DomainError({ code: 'dependency_closed', dependencyId, status: dependency.status });
  }
  return dependency;
}

/** What a person can answer this dependency with. */
export function allowedProvisions({
  type,
  required,
}: Pick<DependencyState, 'type' | 'required'>): readonly Provision['kind'][] {
  return required ? PROVISIONS[type] : [...PROVISIONS[type], 'skip'];
}

/** Refuses an answer of the wrong kind. @throws DomainError provision_mismatch */
export function requireProvision(
  { dependencyId, type, required }: Pick<DependencyState, 'dependencyId' | 'type' | 'required'>,
  given: Provision['kind'],
): void {
  const allowed = allowedProvisions({ type, required });
  if (!allowed.includes(given)) {
    throw new DomainError({ code: 'provision_mismatch', dependencyId, type, given, allowed });
  }
}
