import type { IdSource } from '@ccs/core/kernel/clock';
import type { EventStore } from '@ccs/core/ports/event-store';
import type { ReadModels } from '@ccs/core/ports/read-models';
import type { SecretVault } from '@ccs/core/ports/secret-vault';
import type { TaskLog } from '@ccs/core/ports/task-log';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { Config } from '../config/config.ts';
import type { AgentProbe } from '../runtime/agent-probe.ts';
import type { TaskChanges } from '../runtime/task-changes.ts';
import type { TaskCommands } from '../runtime/task-commands.ts';
import type { Redact } from '../runtime/task-secrets.ts';
import type { TaskStreams } from '../runtime/task-streams.ts';

/** Everything a route may use. */
export interface HttpDeps {
  readonly config: Config;
  readonly database: 'sqlite' | 'postgres';
  readonly logger: FastifyBaseLogger;
  readonly ids: IdSource;
  readonly commands: TaskCommands;
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
  readonly log: TaskLog;
  readonly vault: SecretVault;
  /** Takes a task's secrets out of a text; every text of its files and diffs goes through it. */
  readonly redactFor: (taskId: TaskId) => Promise<Redact>;
  readonly streams: TaskStreams;
  readonly changes: TaskChanges;
  readonly agent: AgentProbe;
  /** The folder of the exported web pages; null when they are not built. */
  readonly webDirectory: string | null;
}

/** The application, with routes that the contract's schemas type. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
