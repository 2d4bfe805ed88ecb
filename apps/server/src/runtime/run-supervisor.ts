import type { AgentRunner, PhaseRun, RunReporter, RunResult } from '@ccs/core/ports/agent-runner';
import { countStarts } from '@ccs/core/task/model/runs';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import type { TaskState } from '@ccs/core/task/model/state';
import { NO_USAGE } from '@ccs/core/task/model/usage';
import { completeStep } from '@ccs/core/task/phase/complete-step';
import { endRun, type EndRunInput } from '@ccs/core/task/run/end-run';
import { startRun } from '@ccs/core/task/run/start-run';
import type { RunId, TaskId } from '@ccs/core/vocabulary/ids';
import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import type { TaskCommands } from './task-commands.ts';
import type { TaskStreams } from './task-streams.ts';

interface ActiveRun {
  readonly controller: AbortController;
  /** Version of its RunStarted; null before that is stored. */
  startedAt: number | null;
  /** Version of the newest event that stops agents. */
  stoppedAt: number;
  done: Promise<void>;
}

/** Waits between the attempts to store how a run ended. */
const RETRY_MS = 1000;

export interface RunSupervisorDeps {
  readonly runner: AgentRunner;
  readonly commands: TaskCommands;
  readonly streams: TaskStreams;
  readonly onError: (error: unknown, context: object) => void;
}

/** Runs agents: from RunStarted to RunEnded. One agent at a time on a task, for it holds the task's Claude session. */
export class RunSupervisor {
  readonly #deps: RunSupervisorDeps;
  readonly #active = new Map<TaskId, ActiveRun>();
  #stopping = false;

  constructor(deps: RunSupervisorDeps) {
    this.#deps = deps;
  }

  /**
   * Resolves when the run has ended and that is stored, or when it is no longer wanted.
   * @throws when the server stops: the job must stay for its next start.
   */
  async run(taskId: TaskId, runId: RunId): Promise<void> {
    // Not `settled`: between the last look at the map and the entry in it nothing may be awaited, so that of several
    // runs that waited one goes on and the others wait for it.
    for (let other = this.#active.get(taskId); other; other = this.#active.get(taskId)) {
      await Promise.allSettled([other.done]);
    }
    if (this.#stopping) throw new Error('the server is stopping');
    const active: ActiveRun = {
      controller: new AbortController(),
      startedAt: null,
      stoppedAt: 0,
      done: Promise.resolve(),
    };
    this.#active.set(taskId, active);
    active.done = this.#run(taskId, runId, active).finally(() => this.#active.delete(taskId));
    await active.done;
  }

  /** Resolves when no agent works on the task. */
  async settled(taskId: TaskId): Promise<void> {
    for (let run = this.#active.get(taskId); run; run = this.#active.get(taskId)) {
      await Promise.allSettled([run.done]);
    }
  }

  /** A pause, a cancel and a deletion stop the agent that had started before them. */
  onEvents(events: readonly StoredTaskEvent[]): void {
    for (const event of events) {
      if (!STOPPING.has(event.type)) continue;
      const active = this.#active.get(event.taskId);
      if (!active) continue;
      active.stoppedAt = event.version;
      stopIfOutdated(active);
    }
  }

  /** Stops every agent and waits until they are gone and that is stored; returns how many there were. */
  async stopAll(): Promise<number> {
    this.#stopping = true;
    const active = [...this.#active.values()];
    for (const run of active) run.controller.abort();
    await Promise.allSettled(active.map((run) => run.done));
    return active.length;
  }

  async #run(taskId: TaskId, runId: RunId, active: ActiveRun): Promise<void> {
    const { state, events } = await this.#deps.commands.handle({
      taskId,
      actor: 'system',
      commandId: `start:${runId}`,
      decide: (current) => startRun(current, { runId }),
    });
    if (!state) return;
    if (events.length > 0) {
      active.startedAt = events.at(-1)?.version ?? 0;
      stopIfOutdated(active);
      const result = await this.#runPhase(taskId, runId, state, active.controller.signal);
      await this.#end(taskId, { runId, ...result });
    } else if (state.runs.some((run) => run.runId === runId && run.status === 'started')) {
      // It was started before, and nobody works on it: whoever did lost it between two commits.
      await this.#end(taskId, { runId, outcome: 'crashed' });
    }
  }

  /** Tries until it is stored: without it the task would be shown as running for ever. */
  async #end(taskId: TaskId, input: EndRunInput): Promise<void> {
    for (;;) {
      try {
        await this.#deps.commands.handle({
          taskId,
          actor: 'system',
          commandId: `end:${input.runId}`,
          decide: (current) => endRun(current, input),
        });
        return;
      } catch (error) {
        this.#deps.onError(error, { taskId, runId: input.runId });
        if (this.#stopping) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #runPhase(taskId: TaskId, runId: RunId, state: TaskState, signal: AbortSignal): Promise<RunResult> {
    const { runner, commands, streams, onError } = this.#deps;
    const reporter: RunReporter = {
      log: (lines) => streams.of(taskId).append(lines),
      async stepCompleted(step, evidence) {
        await commands.handle({
          taskId,
          actor: 'agent',
          decide: (current) => completeStep(current, { runId, step, evidence }),
        });
      },
    };
    try {
      return await runner.runPhase(describeRun(state, runId), reporter, signal);
    } catch (error) {
      onError(error, { taskId, runId });
      const details = error instanceof Error ? error.message : String(error);
      return { outcome: 'failed', failure: { code: 'internal_error', details }, usage: NO_USAGE };
    }
  }
}

const STOPPING: ReadonlySet<StoredTaskEvent['type']> = new Set(['TaskPaused', 'TaskFailed', 'TaskDeleted']);

/** An event from before this run's start was about an earlier one. */
function stopIfOutdated(active: ActiveRun): void {
  if (active.startedAt !== null && active.stoppedAt > active.startedAt) active.controller.abort();
}

/** What the executor must know of a task that has just started a run. */
function describeRun(state: TaskState, runId: RunId): PhaseRun {
  const { lifecycle } = state;
  const number = state.runs.find((run) => run.runId === runId)?.phase ?? 0;
  const phase = findPhase(lifecycle.taskType, number);
  const progress = state.phases[number - 1];
  if (!phase || !progress) throw new Error(`run ${runId} is for phase ${number}, which does not exist`);
  return {
    runId,
    taskId: lifecycle.taskId,
    title: lifecycle.title,
    prompt: lifecycle.prompt,
    language: lifecycle.language,
    provider: lifecycle.provider,
    workspacePath: lifecycle.workspacePath,
    sessionId: lifecycle.sessionId,
    phase,
    attempt: countStarts(state.runs, number),
    completedSteps: progress.steps.filter((step) => step.status === 'completed').map((step) => step.number),
  };
}
