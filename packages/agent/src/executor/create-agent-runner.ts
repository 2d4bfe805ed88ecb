import type { AgentRunner } from '@ccs/core/ports/agent-runner';
import { verifyPhase } from '../verification/verify-phase.ts';
import { findClaudeExecutable } from '../sign-in/claude-executable.ts';
import { agentSecrets, type AgentEnvironment } from './agent-environment.ts';
import { endProcesses } from './end-processes.ts';
import type { AgentLogger } from './logger.ts';
import { clearRunRecord, listRunRecords } from './run-records.ts';
import { runChat, runPhase } from './run-work.ts';
import type { RunnerContext } from './runner-context.ts';

export interface AgentRunnerOptions {
  /** The platform's data folder: run records, and the Claude configuration folders of tasks. */
  readonly dataDir: string;
  readonly environment: AgentEnvironment;
  /** The base URL of the scripted model; asked for when a task with the provider `demo` starts. */
  readonly demoModelUrl: () => Promise<string>;
  /** A Claude Code program other than the bundled one. */
  readonly claudeExecutable?: string | undefined;
  /** How often a turn that ended early is sent on; 5 by default. */
  readonly maxContinuations?: number;
  /** Retries of a failing API request; Claude Code's own default (10, about three minutes) when absent. */
  readonly maxRetries?: number;
  readonly logger: AgentLogger;
}

/** The executor: runs phases with Claude Code through the Agent SDK. The SDK is loaded with the first run. */
export function createAgentRunner(options: AgentRunnerOptions): AgentRunner {
  const context: RunnerContext = {
    dataDir: options.dataDir,
    environment: options.environment,
    demoModelUrl: options.demoModelUrl,
    executable: () => options.claudeExecutable || findClaudeExecutable(),
    maxContinuations: options.maxContinuations ?? 5,
    maxRetries: options.maxRetries,
    secrets: agentSecrets(options.environment),
    logger: options.logger,
  };
  const running = new Set<string>();
  const track = async <T>(runId: string, work: () => Promise<T>): Promise<T> => {
    running.add(runId);
    try {
      return await work();
    } finally {
      running.delete(runId);
    }
  };
  return {
    runPhase: (run, reporter, inbox, signal) =>
      track(run.runId, () => runPhase(context, run, reporter, inbox, signal)),
    runChat: (run, reporter, inbox, signal) =>
      track(run.runId, () => runChat(context, run, reporter, inbox, signal)),
    verifyPhase: (run, reporter, signal) =>
      track(run.runId, () => verifyPhase(context, run, reporter, signal)),
    async reapOrphans(runIds) {
      // Runs of deleted tasks are known by nothing but their record.
      const all = [...new Set([...runIds, ...(await listRunRecords(options.dataDir))])].filter(
        (runId) => !running.has(runId),
      );
      const ended = await endProcesses(all);
      for (const runId of all) await clearRunRecord(options.dataDir, runId);
      if (ended > 0) options.logger.warn({ ended, runIds: all }, 'ended processes of an earlier server');
      return ended;
    },
  };
}
