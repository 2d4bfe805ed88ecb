import type { Query, SpawnOptions } from '@anthropic-ai/claude-agent-sdk';
import type { AgentRun } from '@ccs/core/ports/agent-runner';
import type { Failure } from '@ccs/core/vocabulary/failures';
import { prepareAgentPlace, type AgentPlace } from './agent-place.ts';
import type { AgentSessionOptions } from './agent-session.ts';
import { AgentStopper } from './agent-stopper.ts';
import type { RunDesk } from './run-desk.ts';
import type { RunnerContext } from './runner-context.ts';
import { spawnAgent, type AgentProcess } from './spawn-agent.ts';

/** What a caller decides of its agent; the rest comes from the run and the place. */
export type AgentWishes = Omit<
  AgentSessionOptions,
  'workspace' | 'env' | 'executable' | 'sessionId' | 'resume' | 'abort' | 'spawn'
>;

/** A place for one agent of Claude Code, and that agent once it is started. */
export interface Agent {
  readonly place: AgentPlace;
  /** Starts Claude Code, once. The stream throws after an error result. */
  start(wishes: AgentWishes): Promise<Query>;
  /** Its process, once it was started: for judging how it ended. */
  process(): AgentProcess | null;
  /** The conversation is over: the process should end by itself now, and is made to after five seconds. */
  expectEnd(): void;
  /** Resolves when its process is gone: nothing more comes into its transcript then. */
  ended(): Promise<void>;
}

/**
 * Gives `work` an agent: its folders, its environment, its way to the API. When this resolves, nothing of the run is left:
 * all its processes are gone, the temporary folder, too. When the signal aborts, all processes end at once.
 * @returns what `work` returns; the failure when Claude Code is not installed; `interrupted` when it was stopped before.
 */
export async function withAgent<T>(
  options: {
    readonly context: RunnerContext;
    readonly run: AgentRun;
    readonly desk: Pick<RunDesk, 'log' | 'redactor' | 'signal'>;
  },
  work: (agent: Agent) => Promise<T>,
): Promise<T | { readonly failure: Failure } | 'interrupted'> {
  const { context, run } = options;
  const { log, redactor, signal } = options.desk;
  const place = await prepareAgentPlace(context, run);
  try {
    if ('failure' in place.program) return { failure: place.program.failure };
    if (signal.aborted) return 'interrupted';
    const executable = place.program.path;
    const stopper = new AgentStopper(run.runId, signal);
    const spawn = (spawnOptions: SpawnOptions) => {
      const agent = spawnAgent(spawnOptions, (line) => log('stderr', line), redactor.redact);
      stopper.started(agent);
      if (agent.pid !== undefined) place.record(agent.pid);
      return agent.handle;
    };
    try {
      const { startAgentSession } = await import('./agent-session.ts');
      return await work({
        place,
        start: async (wishes) =>
          startAgentSession({
            ...wishes,
            workspace: run.workspacePath,
            env: place.env,
            executable,
            sessionId: run.sessionId,
            resume: place.resume,
            abort: stopper.abort,
            spawn,
          }),
        process: () => stopper.agent,
        expectEnd: () => stopper.expectEnd(),
        ended: () => stopper.finish(),
      });
    } finally {
      await stopper.finish();
    }
  } finally {
    await place.leave();
  }
}
