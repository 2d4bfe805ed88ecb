import type { TaskId } from '../vocabulary/ids.ts';
import type { Clock, IdSource } from './clock.ts';
import { DomainError } from './domain-error.ts';
import type { Actor, DomainEventShape, Positioned, RecordedEvent, Timestamp } from './event.ts';

/** `run`: an agent on a phase. `cleanup`: removes what a deleted task leaves on disk. */
export type JobKind = 'run' | 'cleanup';

/** Work that a background worker must do; its row is stored in the transaction of the event that wants it. */
export interface NewJob {
  readonly kind: JobKind;
  /** The id of what it is about (a run, or a task to clean up after): wanted again, it only gets the new priority. */
  readonly key: string;
  readonly taskId: TaskId;
  /** Higher first; equal ones in the order of their creation. */
  readonly priority: number;
}

export interface AppendInput<S, E extends DomainEventShape> {
  readonly taskId: TaskId;
  /** The version the decision was made on; 0 for a new stream. */
  readonly expectedVersion: number;
  readonly events: readonly RecordedEvent<E>[];
  /** The states before and after these events, from which the read models are written. */
  readonly before: S | null;
  readonly after: S;
  readonly jobs: readonly NewJob[];
  readonly commandId: string | null;
}

/**
 * `appended`: stored. `conflict`: the stream is not at the expected version. `duplicate`: this command id has
 * already stored its events in this stream.
 */
export type AppendResult =
  | { readonly kind: 'appended'; readonly positions: readonly number[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate' };

/** The part of the event store that commands need. */
export interface CommandStore<S, E extends DomainEventShape> {
  load(taskId: TaskId): Promise<readonly (RecordedEvent<E> & Positioned)[]>;
  append(input: AppendInput<S, E>): Promise<AppendResult>;
}

/** How a kind of stream evolves and which work its events ask for. All pure. */
export interface Aggregate<S, E extends DomainEventShape> {
  readonly schemaVersion: number;
  evolve(state: S | null, event: RecordedEvent<E>): S;
  jobsFor(state: S, event: RecordedEvent<E>): readonly NewJob[];
}

/** What a decision may use besides the state and its input. */
export interface DecisionContext {
  readonly now: Timestamp;
  readonly ids: IdSource;
}

export interface Command<S, E extends DomainEventShape> {
  readonly taskId: TaskId;
  readonly actor: Actor;
  /** Makes the command idempotent: handled again, it changes nothing. */
  readonly commandId?: string;
  /** Pure: the events that follow, none when there is nothing to do; throws DomainError to refuse. */
  decide(state: S | null, context: DecisionContext): readonly E[];
}

export interface Handled<S, E extends DomainEventShape> {
  /** The state after the command; null only when the stream does not exist and nothing was decided. */
  readonly state: S | null;
  readonly events: readonly RecordedEvent<E>[];
}

/** How often a command is decided anew when another command was faster, before it gives up. */
const MAX_ATTEMPTS = 20;

/**
 * Loads the stream, decides, and appends with the version it decided on; decides anew on a version conflict.
 * @throws DomainError as the decision refuses, or `version_conflict` after 20 lost races.
 */
export async function handleCommand<S, E extends DomainEventShape>(
  deps: {
    readonly store: CommandStore<S, E>;
    readonly aggregate: Aggregate<S, E>;
    readonly clock: Clock;
    readonly ids: IdSource;
  },
  command: Command<S, E>,
): Promise<Handled<S, E>> {
  const { store, aggregate, clock, ids } = deps;
  const commandId = command.commandId ?? null;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const history = await store.load(command.taskId);
    let before: S | null = null;
    for (const event of history) before = aggregate.evolve(before, event);
    if (commandId !== null && history.some((event) => event.commandId === commandId)) {
      return { state: before, events: [] };
    }
    const now = clock.now();
    const decided = command.decide(before, { now, ids });
    if (decided.length === 0) return { state: before, events: [] };

    const events = decided.map(
      (event, index): RecordedEvent<E> => ({
        id: ids.next('evt'),
        taskId: command.taskId,
        version: history.length + index + 1,
        type: event.type,
        payload: event.payload,
        schemaVersion: aggregate.schemaVersion,
        timestamp: now,
        userId: command.actor,
        commandId,
      }),
    );
    let after = before;
    const jobs: NewJob[] = [];
    for (const event of events) {
      after = aggregate.evolve(after, event);
      jobs.push(...aggregate.jobsFor(after, event));
    }
    const result = await store.append({
      taskId: command.taskId,
      expectedVersion: history.length,
      events,
      before,
      after: after as S,
      jobs,
      commandId,
    });
    if (result.kind === 'appended') return { state: after, events };
    if (result.kind === 'duplicate') return { state: before, events: [] };
  }
  throw new DomainError({ code: 'version_conflict', taskId: command.taskId });
}
