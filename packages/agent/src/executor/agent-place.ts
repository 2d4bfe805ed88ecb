import type { AgentRun } from '@ccs/core/ports/agent-runner';
import type { Failure } from '@ccs/core/vocabulary/failures';
import { envNameProblem } from '@ccs/core/vocabulary/env-names';
import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRunGateway, type RunGateway } from '../gateway/open-run-gateway.ts';
import { agentSurroundings } from './agent-environment.ts';
import { messageOf } from './message-of.ts';
import { clearRunRecord, TMP_PREFIX, writeRunRecord } from './run-records.ts';
import type { RunnerContext } from './runner-context.ts';
import { findTranscript } from './transcripts.ts';

/** Where and how one agent runs. */
export interface AgentPlace {
  readonly env: Record<string, string>;
  /** Whether the session exists already. */
  readonly resume: boolean;
  /** The transcript of the session, once there is one. */
  findTranscript(): Promise<string | null>;
  readonly program: { readonly path: string } | { readonly failure: Failure };
  /** Notes the process on disk, for whoever tidies up after a dead server. */
  record(pid: number): void;
  /** Closes the way to the API and removes the temporary folder and the note. */
  leave(): Promise<void>;
}

/** Makes the folders and the environment of one run. What it made is gone again when it rejects. */
export async function prepareAgentPlace(context: RunnerContext, run: AgentRun): Promise<AgentPlace> {
  const { dataDir, environment } = context;
  // Not in the data folder: Claude Code makes sockets in it, whose paths must be short.
  const tmpDir = await mkdtemp(join(environment.TMPDIR || tmpdir(), TMP_PREFIX));
  let gateway: RunGateway | null = null;
  let recorded: Promise<void> = Promise.resolve();
  const leave = async (): Promise<void> => {
    await Promise.all([gateway?.close(), rm(tmpDir, { recursive: true, force: true })]);
    await recorded;
    await clearRunRecord(dataDir, run.runId);
  };
  try {
    const { env, configDir, folders } = agentSurroundings({
      environment,
      dataDir,
      taskId: run.taskId,
      runId: run.runId,
      provider: run.provider,
      demoUrl: run.provider === 'demo' ? await context.demoModelUrl() : null,
      tmpDir,
      maxRetries: context.maxRetries,
    });
    for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 });
    if (run.provider === 'claude') gateway = await openRunGateway(environment);
    return {
      // What people provided never takes the place of what the agent runs with.
      env: { ...provided(run.environment), ...env, ...gateway?.env },
      resume: (await findTranscript(configDir, run.sessionId)) !== null,
      findTranscript: () => findTranscript(configDir, run.sessionId),
      program: await findProgram(context.executable()),
      record(pid) {
        recorded = writeRunRecord(dataDir, run.runId, { pid, tmpDir }).catch((error: unknown) => {
          context.logger.warn({ err: error, runId: run.runId }, 'the record of a run could not be written');
        });
      },
      leave,
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

function provided(environment: AgentRun['environment']): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => envNameProblem(name) === null));
}

async function findProgram(path: string | null): Promise<AgentPlace['program']> {
  if (path === null) {
    return missing('The Claude Code program for this platform is not installed.');
  }
  // A bare name is looked up on the PATH when it is started.
  if (!path.includes('/') && !path.includes('\\')) return { path };
  try {
    await access(path, constants.X_OK);
    return { path };
  } catch (error) {
    return missing(messageOf(error));
  }
}

function missing(details: string): AgentPlace['program'] {
  return { failure: { code: 'agent_binary_missing', details } };
}
