import type { Actor, Timestamp } from '../../kernel/event.ts';
import type { DependencyStatus, PermissionScope } from '../../vocabulary/asks.ts';
import type { DependencyId, RunId, SecretId } from '../../vocabulary/ids.ts';
import type { DependencyAsk } from './asks.ts';
import type { RecordedTaskEvent } from './events.ts';

export interface DependencyState extends DependencyAsk {
  readonly dependencyId: DependencyId;
  readonly runId: RunId;
  readonly phase: number;
  readonly status: DependencyStatus;
  readonly secretId: SecretId | null;
  readonly filePath: string | null;
  /** How far a given permission reaches. */
  readonly scope: PermissionScope | null;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp | null;
  readonly resolvedAt: Timestamp | null;
  readonly resolvedBy: Actor | null;
  /** When the agent was told; for a permission given once: when it was used. */
  readonly deliveredAt: Timestamp | null;
}

/** All dependencies of a task, oldest first. */
export type Dependencies = readonly DependencyState[];

export function evolveDependencies(dependencies: Dependencies, event: RecordedTaskEvent): Dependencies {
  switch (event.type) {
    case 'DependencyRequested':
      return [
        ...dependencies,
        {
          ...event.payload,
          status: 'pending',
          secretId: null,
          filePath: null,
          scope: null,
          createdAt: event.timestamp,
          resolvedAt: null,
          resolvedBy: null,
          deliveredAt: null,
        },
      ];
    case 'DependencyProvided': {
      const { dependencyId, ...how } = event.payload;
      return update(dependencies, dependencyId, (each) => ({ ...resolve(each, event, 'provided'), ...how }));
    }
    case 'DependencySkipped':
      return update(dependencies, event.payload.dependencyId, (each) => resolve(each, event, 'skipped'));
    case 'DependencyDenied':
      return update(dependencies, event.payload.dependencyId, (each) => resolve(each, event, 'denied'));
    case 'InputDelivered': {
      const ids: readonly string[] = event.payload.ids;
      return dependencies.map((each) =>
        ids.includes(each.dependencyId) ? { ...each, deliveredAt: event.timestamp } : each,
      );
    }
    case 'TaskCompleted':
    case 'TaskFailed':
      // Nobody said no: there is nothing to tell the agent, and it may ask again.
      return dependencies.map((each) =>
        each.status === 'pending'
          ? { ...resolve(each, event, 'skipped'), deliveredAt: event.timestamp }
          : each,
      );
    default:
      return dependencies;
  }
}

function resolve(
  dependency: DependencyState,
  event: RecordedTaskEvent,
  status: DependencyStatus,
): DependencyState {
  return { ...dependency, status, resolvedAt: event.timestamp, resolvedBy: event.userId };
}

function update(
  dependencies: Dependencies,
  dependencyId: DependencyId,
  change: (dependency: DependencyState) => DependencyState,
): Dependencies {
  return dependencies.map((each) => (each.dependencyId === dependencyId ? change(each) : each));
}
