import type { AskReceipt, RunReporter } from '@ccs/core/ports/agent-runner';
import type { AgentError, DependencyAsk, QuestionAsk } from '@ccs/core/task/model/asks';
import { envNameProblem } from '@ccs/core/vocabulary/env-names';
import { availableWords } from './ask-words.ts';
import { patiently } from './patiently.ts';
import type { RunDesk } from './run-desk.ts';

/** A plain sentence of the agent that says that it needs a key. */
export interface Hint {
  readonly name: string;
  readonly type: 'api_key' | 'env_variable';
  readonly sentence: string;
}

/**
 * What an agent asks of people in one run, by whatever door. Every request is stored before anything else happens, and
 * carries no secret. It remembers whether work must stop, and what the agent has to be told at the end of its turn.
 */
export class Asking {
  readonly #desk: Pick<RunDesk, 'redactor' | 'signal' | 'log'>;
  readonly #reporter: RunReporter;
  readonly #hints = new Map<string, Hint>();
  readonly #settledNames: Set<string>;
  readonly #notes: string[] = [];
  #isWaiting = false;

  /** @param settledNames dependencies that a person has decided on: a sentence that names one asks for nothing. */
  constructor(
    desk: Pick<RunDesk, 'redactor' | 'signal' | 'log'>,
    reporter: RunReporter,
    settledNames: Iterable<string>,
  ) {
    this.#desk = desk;
    this.#reporter = reporter;
    this.#settledNames = new Set(settledNames);
  }

  /** Whether something was asked that work has to wait for. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  question(ask: QuestionAsk): Promise<AskReceipt> {
    const { redact } = this.#desk.redactor;
    return this.#ask(() =>
      this.#reporter.askQuestion({
        ...ask,
        question: redact(ask.question),
        options: ask.options.map(redact),
        default: ask.default === null ? null : redact(ask.default),
      }),
    );
  }

  dependency(ask: DependencyAsk): Promise<AskReceipt> {
    const { redact } = this.#desk.redactor;
    const { permission } = ask;
    this.#settledNames.add(ask.name);
    return this.#ask(() =>
      this.#reporter.requestDependency({
        ...ask,
        name: redact(ask.name),
        description: redact(ask.description),
        permission: permission && {
          ...permission,
          summary: redact(permission.summary),
          rule: redact(permission.rule),
        },
      }),
    );
  }

  async error(error: AgentError): Promise<void> {
    const { redact } = this.#desk.redactor;
    const { type, message, details } = error;
    await this.#patiently(() =>
      this.#reporter.reportError({
        type,
        message: redact(message),
        details: details === null ? null : redact(details),
      }),
    );
  }

  /** Remembers a sentence; it counts only when the turn ends without a request of that name. */
  hint(hint: Hint): void {
    if (!this.#hints.has(hint.name)) this.#hints.set(hint.name, hint);
  }

  /** The turn ended and the work is not done: what was said to be needed in passing is asked for. */
  async askForHints(): Promise<void> {
    const hints = [...this.#hints.values()];
    this.#hints.clear();
    for (const { name, type, sentence } of hints) {
      if (this.#settledNames.has(name) || envNameProblem(name) !== null) continue;
      const origin = { source: 'hint', toolUseId: null, deferred: false } as const;
      const receipt = await this.dependency({
        ...origin,
        type,
        name,
        description: sentence,
        // The platform guesses: the person may say that it is not needed.
        required: false,
        permission: null,
      });
      this.tell(receipt, name);
    }
  }

  /** Keeps for the end of the turn what a receipt means to the agent. */
  tell(receipt: AskReceipt, name: string): void {
    if (receipt.kind === 'refused') this.note(`Your request "${name}" was not taken: ${receipt.reason}`);
    else if (receipt.kind === 'available') this.note(availableWords(name));
  }

  /** Keeps something that the agent must be told at the end of its turn. */
  note(note: string): void {
    this.#notes.push(note);
  }

  /** What the agent must be told now; each once. */
  takeNotes(): readonly string[] {
    return this.#notes.splice(0);
  }

  async #ask(ask: () => Promise<AskReceipt>): Promise<AskReceipt> {
    const receipt = await this.#patiently(ask);
    if (receipt.kind === 'waiting' && receipt.blocking) this.#isWaiting = true;
    return receipt;
  }

  #patiently<T>(work: () => Promise<T>): Promise<T> {
    return patiently(work, () => this.#desk.signal.aborted);
  }
}
