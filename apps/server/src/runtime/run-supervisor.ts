import type { AgentRunner, RunResult, VerifyResult, WorkingRun } from '@ccs/core/ports/agent-runner';
import type { EventStore } from '@ccs/core/ports/event-store';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import { pendingInput } from '@ccs/core/task/model/pending-input';
import type { RunState } from '@ccs/core/task/model/runs';
import { fold, type TaskState } from '@ccs/core/task/model/state';
import { NO_USAGE } from '@ccs/core/task/model/usage';
import { endRun, type EndRunInput } from '@ccs/core/task/run/end-run';
import { startRun } from '@ccs/core/task/run/start-run';
import type { RunId, TaskId } from '@ccs/core/vocabulary/ids';
import { describePhaseRun, describeVerifyRun, describeWorkingRun } from './describe-run.ts';
import { BufferedInbox } from './run-inbox.ts';
import { createRunReporter } from './run-reporter.ts';
import type { TaskCommands } from './task-commands.ts';
import type { TaskSecrets } from './task-secrets.ts';
import type { TaskStreams } from './task-streams.ts';

interface ActiveRun {
  readonly controller: AbortController;
  /** Version of its RunStarted; null before that is stored. */
  startedAt: number | null;
  /** Version of the newest event that stops agents. */
  stoppedAt: number;
  inbox: BufferedInbox | null;
  /** Version of the newest state that the inbox knows. */
  offered: number;
  done: Promise<void>;
}

/** Waits between the attempts to store how a run ended. */
const RETRY_MS = 1000;

export interface RunSupervisorDeps {
  readonly runner: AgentRunner;
  readonly commands: TaskCommands;
  readonly streams: TaskStreams;
  readonly eventStore: EventStore;
  readonly secrets: TaskSecrets;
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
      inbox: null,
      offered: 0,
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

  /** A pause, a cancel and a deletion stop the agent that had started before them; what people say is handed to it. */
  onEvents(events: readonly StoredTaskEvent[]): void {
    for (const event of events) {
      const active = this.#active.get(event.taskId);
      if (!active) continue;
      if (SAID.has(event.type) && active.inbox) void this.#offer(event.taskId, active);
      if (!STOPPING.has(event.type)) continue;
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
      const run = state.runs.find((each) => each.runId === runId);
      if (!run) throw new Error(`run ${runId} was started and is not there`);
      await this.#end(taskId, { runId, ...(await this.#work(run, state, active)) });
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
          decide: (current, context) => endRun(current, input, context),
        });
        return;
      } catch (error) {
        this.#deps.onError(error, { taskId, runId: input.runId });
        if (this.#stopping) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #work(run: RunState, state: TaskState, active: ActiveRun): Promise<RunResult | VerifyResult> {
    const { runner, commands, streams, secrets, onError } = this.#deps;
    const { taskId } = state.lifecycle;
    const { signal } = active.controller;
    try {
      const environment = await secrets.environmentOf(state);
      const reporter = createRunReporter({ commands, streams }, { taskId, runId: run.runId });
      switch (run.purpose) {
        case 'verify':
          return await runner.verifyPhase(describeVerifyRun(state, run, environment), reporter, signal);
        case 'chat': {
          const chat = describeWorkingRun(state, run, environment);
          return await runner.runChat(chat, reporter, this.#openInbox(active, chat), signal);
        }
        case 'phase':
        case 'rework': {
          const phase = describePhaseRun(state, run, environment);
          return await runner.runPhase(phase, reporter, this.#openInbox(active, phase), signal);
        }
      }
    } catch (error) {
      onError(error, { taskId, runId: run.runId });
      const details = error instanceof Error ? error.message : String(error);
      return { outcome: 'failed', failure: { code: 'internal_error', details }, usage: NO_USAGE };
    }
  }

  #openInbox(active: ActiveRun, run: WorkingRun): BufferedInbox {
    active.inbox = new BufferedInbox(run);
    // What was said between the start and now.
    void this.#offer(run.taskId, active);
    return active.inbox;
  }

  /** Hands what waits for the agent to it. */
  async #offer(taskId: TaskId, active: ActiveRun): Promise<void> {
    try {
      const state = fold(await this.#deps.eventStore.load(taskId));
      // Looks that overlap may end in another order: what was seen last is not undone.
      if (!state || !active.inbox || state.version < active.offered) return;
      active.offered = state.version;
      active.inbox.autoAccept = state.lifecycle.autoAccept;
      active.inbox.offer(pendingInput(state));
    } catch (error) {
      this.#deps.onError(error, { taskId });
    }
  }
}

/** Events after which something may wait for the agent, or another rule holds for it. */
const SAID: ReadonlySet<StoredTaskEvent['type']> = new Set([
  'QuestionAnswered',
  'QuestionExpired',
  'DependencyProvided',
  'DependencySkipped',
  'DependencyDenied',
  'MessageSent',
  'TaskEdited',
]);
const STOPPING: ReadonlySet<StoredTaskEvent['type']> = new Set(['TaskPaused', 'TaskFailed', 'TaskDeleted']);

/** An event from before this run's start was about an earlier one. */
function stopIfOutdated(active: ActiveRun): void {
  if (active.startedAt !== null && active.stoppedAt > active.startedAt) active.controller.abort();
}
