import { createAgentRunner } from '@ccs/agent';
import { allPolicies } from '@ccs/core/policies/all-policies';
import type { AgentRunner } from '@ccs/core/ports/agent-runner';
import type { EventStore } from '@ccs/core/ports/event-store';
import type { ReadModels } from '@ccs/core/ports/read-models';
import { acquireOwnership, loadSecretKey, openDatabase, openTaskLog } from '@ccs/storage';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { createAgentProbe } from './runtime/agent-probe.ts';
import { openDemoModel } from './runtime/demo-model.ts';
import { buildApp } from './http/app.ts';
import type { App } from './http/http-deps.ts';
import { toTaskDto } from './http/dto/task-dto.ts';
import { EventFeed } from './runtime/event-feed.ts';
import { createIdSource, systemClock } from './runtime/ids.ts';
import { JobWorker } from './runtime/job-worker.ts';
import { makeFolder } from './runtime/make-folder.ts';
import { PolicyRunner } from './runtime/policy-runner.ts';
import { AskTimer } from './runtime/ask-timer.ts';
import { recoverRuns } from './runtime/recover-runs.ts';
import { RunSupervisor } from './runtime/run-supervisor.ts';
import { TaskChanges } from './runtime/task-changes.ts';
import { createTaskCommands, type TaskCommands } from './runtime/task-commands.ts';
import { TaskStreams } from './runtime/task-streams.ts';
import { TaskSecrets } from './runtime/task-secrets.ts';
import { workOnJob } from './runtime/work-on-job.ts';

/** The parts that a caller may bring along instead of the usual ones. */
export interface Overrides {
  readonly runner?: AgentRunner;
  /** The exported web pages; null for none. */
  readonly webDirectory?: string | null;
}

/** A server that is put together, but neither works nor listens yet. */
export interface Composition {
  readonly app: App;
  readonly commands: TaskCommands;
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
  readonly streams: TaskStreams;
  /** How many runs the last server left without an end. */
  readonly recovered: number;
  /** Starts agents and policies: only when nothing can keep this server from serving any more. */
  work(): void;
  /** Resolves when another server may own the data: this one must stop at once. */
  readonly lost: Promise<void>;
  /** Agents are stopped and recorded as interrupted, everything is closed; within 10 s. Returns how many agents. */
  stop(): Promise<number>;
}

/** Builds every part and recovers what a dead server left. @throws AlreadyOwnedError, FolderError, SecretKeyError */
export async function compose(
  config: Config,
  logger: Logger,
  overrides: Overrides = {},
): Promise<Composition> {
  const clock = systemClock;
  const ids = createIdSource();
  const onError = (error: unknown, context: object = {}): void =>
    logger.error({ err: error, ...context }, 'failed');
  const { dataDirectory, outputDirectory, databaseUrl } = config;

  await makeFolder(dataDirectory);
  await makeFolder(outputDirectory);
  let reportLoss: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    reportLoss = resolve;
  });
  const ownership = await acquireOwnership({
    dataDir: dataDirectory,
    databaseUrl,
    onLost: () => {
      logger.fatal('the database ended the connection that makes this server its only one');
      reportLoss();
    },
  });
  const { database, vault } = await openStorage(config).catch(async (error: unknown) => {
    await ownership.release();
    throw error;
  });
  const { eventStore, readModels, jobs } = database;
  const secrets = new TaskSecrets(vault);
  const log = await openTaskLog({ directory: path.join(dataDirectory, 'logs') });
  const demoModel = openDemoModel();
  const runner =
    overrides.runner ??
    createAgentRunner({
      dataDir: dataDirectory,
      environment: config.agent,
      demoModelUrl: () => demoModel.url(),
      claudeExecutable: config.claudeExecutable,
      logger,
    });

  const feed = new EventFeed(eventStore, onError);
  const streams = new TaskStreams(eventStore, log, (taskId) => changes.onAction(taskId), onError);
  const changes = new TaskChanges(async (taskId) => {
    const view = await readModels.findTask(taskId);
    return { taskId, task: view && toTaskDto(view, streams.peek(taskId)?.lastAction ?? null) };
  }, onError);
  const commands = createTaskCommands({ store: eventStore, clock, ids, committed: () => feed.wake() });
  const supervisor = new RunSupervisor({ runner, commands, streams, eventStore, secrets, onError });
  const askTimer = new AskTimer({ readModels, commands, clock, onError });
  const policies = new PolicyRunner({
    store: eventStore,
    positions: database.policyPositions,
    commands,
    policies: allPolicies,
    onError,
  });
  const worker = new JobWorker({
    jobs,
    clock,
    workerId: `server-${process.pid}`,
    concurrency: config.maxConcurrentAgents,
    handle: workOnJob({
      supervisor,
      eventStore,
      log,
      vault,
      dataDirectory,
      outputDirectory,
      path: config.agent.PATH,
    }),
    onError,
  });

  await feed.start();
  const recovered = await recoverRuns({ readModels, runner, commands, jobs });
  feed.subscribe((events) => {
    streams.publish(events);
    changes.onEvents(events);
    supervisor.onEvents(events);
    askTimer.onEvents(events);
    policies.wake();
    worker.wake();
  });
  const app = await buildApp({
    config,
    database: database.kind,
    logger,
    ids,
    commands,
    eventStore,
    readModels,
    log,
    vault,
    redactFor: (taskId) => secrets.redactFor(taskId),
    streams,
    changes,
    agent: createAgentProbe(config),
    webDirectory: overrides.webDirectory ?? null,
  });

  return {
    app,
    commands,
    eventStore,
    readModels,
    streams,
    recovered,
    lost,
    work() {
      policies.wake();
      worker.start();
      askTimer.start();
    },
    async stop() {
      const noMoreJobs = worker.close();
      const stopped = await supervisor.stopAll();
      await noMoreJobs;
      await askTimer.close();
      await policies.close();
      await feed.close();
      changes.close();
      await app.close();
      await demoModel.close();
      await log.close();
      await database.close();
      await ownership.release();
      return stopped;
    },
  };
}

/** The database and its vault, with the key that opens it. */
async function openStorage({ databaseUrl, dataDirectory, secretKey }: Config) {
  const database = await openDatabase({ databaseUrl, dataDir: dataDirectory });
  try {
    const key = await loadSecretKey({ secretKey, dataDir: dataDirectory });
    return { database, vault: await database.openVault(key) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
