import type { StopSignal } from '@ccs/core/ports/agent-runner';
import { endProcesses } from './end-processes.ts';
import type { AgentProcess } from './spawn-agent.ts';

/** Claude Code ends by itself within moments once its input ends; after this long it is made to. */
const CLOSE_GRACE_MS = 5_000;

/** Ends the processes of one run: at once when it is told to stop, or when they are still there at the end. */
export class AgentStopper {
  /** Aborted once all processes are gone, so that the SDK stops waiting for them. */
  readonly abort = new AbortController();
  readonly #runId: string;
  readonly #signal: StopSignal;
  #agent: AgentProcess | null = null;
  #stopping: Promise<void> | null = null;
  #closing: NodeJS.Timeout | null = null;
  readonly #onAbort = (): void => {
    this.#stop();
  };

  constructor(runId: string, signal: StopSignal) {
    this.#runId = runId;
    this.#signal = signal;
    signal.addEventListener('abort', this.#onAbort);
  }

  get agent(): AgentProcess | null {
    return this.#agent;
  }

  /** A process was started; one that comes after the stop is ended, too. */
  started(agent: AgentProcess): void {
    this.#agent = agent;
    if (this.#signal.aborted) agent.signalGroup('SIGKILL');
  }

  /** The conversation is over: the process should end now. */
  expectEnd(): void {
    this.#closing ??= setTimeout(() => this.#stop(), CLOSE_GRACE_MS);
  }

  /** Ends whatever is left, servers that the agent started included. Resolves when nothing of the run lives. */
  async finish(): Promise<void> {
    if (this.#closing) clearTimeout(this.#closing);
    this.#signal.removeEventListener('abort', this.#onAbort);
    await this.#stopping;
    await endProcesses([this.#runId]);
  }

  #stop(): void {
    this.#agent?.signalGroup('SIGTERM');
    this.#stopping ??= endProcesses([this.#runId]).then(() => this.abort.abort());
  }
}
