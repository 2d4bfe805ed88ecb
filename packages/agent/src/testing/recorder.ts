import type { AskReceipt, RunInbox, RunReporter } from '@ccs/core/ports/agent-runner';
import type { NewLogLine } from '@ccs/core/ports/task-log';
import { answerQuestion } from '@ccs/core/task/ask/answer-question';
import { askQuestion, findWaiting } from '@ccs/core/task/ask/ask-question';
import { deliverInput } from '@ccs/core/task/ask/deliver-input';
import { provideDependency, type Provision } from '@ccs/core/task/ask/provide-dependency';
import { reportError } from '@ccs/core/task/ask/report-error';
import { findKnown, requestDependency } from '@ccs/core/task/ask/request-dependency';
import { sendMessage } from '@ccs/core/task/message/send-message';
import type { AgentError, DependencyAsk, QuestionAsk } from '@ccs/core/task/model/asks';
import type { InputId } from '@ccs/core/task/model/events';
import { type PendingInput, pendingInput, permissionGrants } from '@ccs/core/task/model/pending-input';
import type { TaskState } from '@ccs/core/task/model/state';
import { actOnTask } from '@ccs/core/testing/act-on-task';
import { TaskScenario } from '@ccs/core/testing/task-scenario';
import type { MessageDelivery } from '@ccs/core/vocabulary/asks';
import type { TaskType } from '@ccs/core/vocabulary/task-types';

/** A task in memory, with the platform's own rules: takes what runs report, and lets a person answer. */
export class Recorder implements RunReporter {
  readonly lines: NewLogLine[] = [];
  readonly steps: { step: number; evidence: string }[] = [];
  readonly errors: AgentError[] = [];
  readonly deliveries: InputId[][] = [];
  readonly proposals: { feedbackId: string; note: string }[] = [];
  readonly task = new TaskScenario();
  /** Called before anything is stored as delivered; what it throws is thrown. */
  beforeDelivered: (ids: readonly InputId[]) => void = () => undefined;
  /** The task's setting, now. */
  autoAccept = true;
  readonly #act = actOnTask(() => this.task);
  readonly #watchers = new Set<() => void>();
  #heard = new Set<string>();
  #told = new Set<string>();
  #listener: ((input: PendingInput) => void) | null = null;

  constructor(taskType: TaskType = 'create_app') {
    this.#act.create({ taskType });
    this.task.when(this.#act.execute);
    this.task.when(this.#act.start);
  }

  /** What the person says while the run goes on. */
  readonly inbox: RunInbox = this.#open();

  async log(lines: readonly NewLogLine[]): Promise<void> {
    this.lines.push(...lines);
    this.#tell();
  }

  async stepCompleted(step: number, evidence: string): Promise<void> {
    this.steps.push({ step, evidence });
    this.#tell();
  }

  async askQuestion(ask: QuestionAsk): Promise<AskReceipt> {
    return this.#receipt(() => {
      this.task.when((state, context) => askQuestion(state, { runId: this.#act.lastRunId(), ask }, context));
      const found = findWaiting(this.state, ask);
      if (!found) throw new Error('the question was not taken');
      return { kind: 'waiting', id: found.questionId, blocking: found.required };
    });
  }

  async requestDependency(ask: DependencyAsk): Promise<AskReceipt> {
    return this.#receipt(() => {
      const runId = this.#act.lastRunId();
      const again = this.#told.has(ask.name);
      this.task.when((state, context) => requestDependency(state, { runId, ask, again }, context));
      const found = findKnown(this.state, ask);
      if (!found) throw new Error('the dependency was not taken');
      if (found.status === 'pending') return { kind: 'waiting', id: found.dependencyId, blocking: true };
      this.#told.add(ask.name);
      return { kind: 'available' };
    });
  }

  async reportError(error: AgentError): Promise<void> {
    this.errors.push(error);
    this.task.when((state) => reportError(state, { runId: this.#act.lastRunId(), error }));
    this.#tell();
  }

  async delivered(ids: readonly InputId[]): Promise<void> {
    this.beforeDelivered(ids);
    this.deliveries.push([...ids]);
    this.task.when((state) => deliverInput(state, { runId: this.#act.lastRunId(), ids }));
    this.#tell();
  }

  async proposeResolution(feedbackId: string, note: string): Promise<void> {
    this.proposals.push({ feedbackId, note });
  }

  get state(): TaskState {
    const { state } = this.task;
    if (!state) throw new Error('there is no task');
    return state;
  }

  /** Answers the oldest question that waits, or the oldest of those that contain a text. */
  answer(answer: string, about = ''): void {
    const question = this.state.questions.find(
      (each) => each.status === 'pending' && each.question.includes(about),
    );
    if (!question) throw new Error('no question waits');
    const { questionId } = question;
    this.task.when((state, context) =>
      answerQuestion(state, { taskId: this.task.taskId, questionId, answer }, context),
    );
    this.#offer();
  }

  /** Provides, allows or denies the oldest dependency that waits. */
  provide(provision: Provision): void {
    const dependency = this.state.dependencies.find((each) => each.status === 'pending');
    if (!dependency) throw new Error('no dependency waits');
    const { dependencyId } = dependency;
    this.task.when((state) =>
      provideDependency(state, { taskId: this.task.taskId, dependencyId, provision }),
    );
    this.#offer();
  }

  say(text: string, delivery: MessageDelivery = 'after_turn'): void {
    const message = { text, delivery };
    this.task.when((state, context) => sendMessage(state, { taskId: this.task.taskId, message }, context));
    this.#offer();
  }

  /** Ends the run as it ended and starts the next one; what that one is given. */
  next(outcome: 'blocked' | 'crashed' | 'completed' = 'blocked') {
    this.end(outcome);
    return this.start();
  }

  /** Ends the run; the task goes on as the platform's policies want. */
  end(outcome: 'blocked' | 'crashed' | 'completed'): void {
    this.#act.end(outcome);
    if (outcome === 'crashed') this.task.when(this.#act.resume);
    this.task.settle();
  }

  /** Starts the run that the task wants; what it is given. */
  start() {
    this.task.when(this.#act.start);
    this.#listener = null;
    this.#told = new Set();
    const input = pendingInput(this.state);
    this.#heard = new Set(input.map(({ id }) => id));
    return { input, grants: permissionGrants(this.state) };
  }

  /** All lines of a kind, as text. */
  texts(kind: NewLogLine['kind']): string[] {
    return this.lines.filter((line) => line.kind === kind).map((line) => line.text);
  }

  /** What tools returned, in order. */
  results(tool?: string): string[] {
    return this.lines
      .filter((line) => line.kind === 'tool_result' && (tool === undefined || line.tool === tool))
      .map((line) => String(line.data));
  }

  /** Resolves when the condition holds; it is tried whenever something is reported. */
  until(condition: (recorder: Recorder) => boolean): Promise<void> {
    if (condition(this)) return Promise.resolve();
    return new Promise((resolve) => {
      const watch = (): void => {
        if (!condition(this)) return;
        this.#watchers.delete(watch);
        resolve();
      };
      this.#watchers.add(watch);
    });
  }

  #open(): RunInbox {
    const isAccepting = () => this.autoAccept;
    return {
      get autoAccept() {
        return isAccepting();
      },
      listen: (listener) => {
        this.#listener = listener;
        this.#offer();
      },
    };
  }

  #offer(): void {
    if (!this.#listener) return;
    for (const input of pendingInput(this.state)) {
      if (this.#heard.has(input.id)) continue;
      this.#heard.add(input.id);
      this.#listener(input);
    }
  }

  #receipt(ask: () => AskReceipt): AskReceipt {
    try {
      return ask();
    } catch (error) {
      const refused = error instanceof Error && error.message === 'too_many_asks';
      if (!refused) throw error;
      return { kind: 'refused', reason: 'Too many requests wait for a person.' };
    } finally {
      this.#tell();
    }
  }

  #tell(): void {
    for (const watch of this.#watchers) watch();
  }
}
