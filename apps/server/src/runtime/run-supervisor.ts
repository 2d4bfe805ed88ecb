import type { AgentRunner, PhaseRun, RunResult } from '@ccs/core/ports/agent-runner';
import { countStarts } from '@ccs/core/task/model/runs';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import type { TaskState } from '@ccs/core/task/model/state';
import { NO_USAGE } from '@ccs/core/task/model/usage';
import { completeStep } from '@ccs/core/task/phase/complete-step';
import { endRun } from '@ccs/core/task/run/end-run';
import { startRun } from '@ccs/core/task/run/start-run';
import type { RunId, TaskId } from '@ccs/core/vocabulary/ids';
import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import type { TaskCommands } from './task-commands.ts';
import type { TaskStreams } from './task-streams.ts';

interface ActiveRun {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

/** Runs agents: from RunStarted to RunEnded. One agent at a time on a task, for it holds the task's Claude session. */
export class RunSupervisor {
  readonly #runner: AgentRunner;
  readonly #commands: TaskCommands;
  readonly #streams: TaskStreams;
  readonly #onError: (error: unknown, context: object) => void;
  readonly #active = new Map<TaskId, ActiveRun>();
  #stopping = false;

  constructor(deps: {
    readonly runner: AgentRunner;
    readonly commands: TaskCommands;
    readonly streams: TaskStreams;
    readonly onError: (error: unknown, context: object) => void;
  }) {
    this.#runner = deps.runner;
    this.#commands = deps.commands;
    this.#streams = deps.streams;
    this.#onError = deps.onError;
  }

  /**
   * Resolves when the run has ended and that is stored, or when it is no longer wanted.
   * @throws when the server stops: the job must stay for its next start.
   */
  async run(taskId: TaskId, runId: RunId): Promise<void> {
    await this.settled(taskId);
    if (this.#stopping) throw new Error('the server is stopping');
    const controller = new AbortController();
    const done = this.#run(taskId, runId, controller.signal).finally(() => this.#active.delete(taskId));
    this.#active.set(taskId, { controller, done });
    await done;
  }

  /** Resolves when no agent works on the task. */
  async settled(taskId: TaskId): Promise<void> {
    for (let run = this.#active.get(taskId); run; run = this.#active.get(taskId)) {
      await Promise.allSettled([run.done]);
    }
  }

  /** A pause, a cancel and a deletion stop the agent at once. */
  onEvents(events: readonly StoredTaskEvent[]): void {
    for (const event of events) {
      if (event.type === 'TaskPaused' || event.type === 'TaskFailed' || event.type === 'TaskDeleted') {
        this.#active.get(event.taskId)?.controller.abort();
      }
    }
  }

  /** Stops every agent and waits until they are gone and that is stored. */
  async stopAll(): Promise<void> {
    this.#stopping = true;
    const active = [...this.#active.values()];
    for (const run of active) run.controller.abort();
    await Promise.allSettled(active.map((run) => run.done));
  }

  async #run(taskId: TaskId, runId: RunId, signal: AbortSignal): Promise<void> {
    const actor = 'system';
    const { state, events } = await this.#commands.handle({
      taskId,
      actor,
      commandId: `start:${runId}`,
      decide: (current) => startRun(current, { runId }),
    });
    if (!state || events.length === 0) return;
    const result = await this.#runPhase(taskId, runId, state, signal);
    await this.#commands.handle({
      taskId,
      actor,
      commandId: `end:${runId}`,
      decide: (current) => endRun(current, { runId, ...result }),
    });
  }

  async #runPhase(taskId: TaskId, runId: RunId, state: TaskState, signal: AbortSignal): Promise<RunResult> {
    try {
      const reporter = {
        log: (lines: Parameters<ReturnType<TaskStreams['of']>['append']>[0]) =>
          this.#streams.of(taskId).append(lines),
        stepCompleted: async (step: number, evidence: Parameters<typeof completeStep>[1]['evidence']) => {
          await this.#commands.handle({
            taskId,
            actor: 'agent',
            decide: (current) => completeStep(current, { runId, step, evidence }),
          });
        },
      };
      return await this.#runner.runPhase(describeRun(state, runId), reporter, signal);
    } catch (error) {
      this.#onError(error, { taskId, runId });
      const details = error instanceof Error ? error.message : String(error);
      return { outcome: 'failed', failure: { code: 'internal_error', details }, usage: NO_USAGE };
    }
  }
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
