import type { RunInbox, WorkingRun } from '@ccs/core/ports/agent-runner';
import { type AskWords, askWords, stopWords } from './ask-words.ts';
import type { Asking } from './asking.ts';
import type { CallWatch } from './call-watch.ts';
import type { InputDelivery } from './input-delivery.ts';
import { isForOneCall } from './input-delivery.ts';
import { resolveRealPath } from '../workspace/real-path.ts';
import { decideToolUse } from './permission-policy.ts';
import { permissionFor } from './permission-rules.ts';
import { isHarmless, isReading } from './read-only-calls.ts';
import type { Redact } from './redactor.ts';
import type { ToolCall, ToolDecision } from './tool-call.ts';
import { questionsOf, withAnswers } from './user-questions.ts';

const ALLOW: ToolDecision = { behavior: 'allow' };
const PLATFORM_TOOL = /^mcp__ccs__/;

/** What a gate looks at. */
export interface GateOptions {
  readonly run: Pick<WorkingRun, 'grants' | 'language' | 'workspacePath'>;
  /** Read at each call: a person may switch it while the agent works. */
  readonly inbox: Pick<RunInbox, 'autoAccept'>;
  readonly home: string;
  readonly asking: Asking;
  readonly delivery: InputDelivery;
  readonly watch: CallWatch;
  readonly redact: Redact;
}

/**
 * Decides every tool call of a working agent. A call that needs a person is held back when Claude Code can do that (the
 * last call of a message of the main thread); otherwise it is refused, and the agent is told to make it again once it is
 * allowed. While work has to stop, only calls that read go through.
 */
export class ToolGate {
  readonly #options: GateOptions;
  readonly #callers = new Map<string, string | null>();
  readonly #allowedOnce = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** The subagent that makes a call; null for the main thread. */
  callerOf(toolUseId: string): string | null {
    return this.#callers.get(toolUseId) ?? null;
  }

  /** A tool has returned: whether the turn ends now. Subagents are left to report back. */
  endsTurn({ agentId }: ToolCall): boolean {
    return agentId === null && this.#options.asking.isWaiting;
  }

  async decide(call: ToolCall): Promise<ToolDecision> {
    const { run, inbox, home, watch, asking } = this.#options;
    this.#callers.set(call.toolUseId, call.agentId);
    const { workspacePath: workspace } = run;
    const write = decideToolUse({ ...call, workspace, home, realPath: resolveRealPath });
    if (write.behavior === 'deny') return write;
    if (PLATFORM_TOOL.test(call.tool)) return ALLOW;
    const answered = await this.#answered(call);
    if (answered) return answered;
    if (call.agentId === null) await watch.seen(call.toolUseId);
    const isQuestion = call.tool === 'AskUserQuestion';
    if (!isQuestion) {
      if (isReading(call)) return ALLOW;
      const needsNobody = inbox.autoAccept || isHarmless(call);
      if (needsNobody && asking.isWaiting) return refuse(stopWords(call.agentId !== null), true);
      if (needsNobody) return ALLOW;
    }
    const isLast = call.agentId === null && (await watch.isLast(call.toolUseId));
    return this.#inTurn(() => (isQuestion ? this.#askUser(call, isLast) : this.#askPermission(call, isLast)));
  }

  /** The decision on a call that was held back in an earlier run and is made now. */
  async #answered(call: ToolCall): Promise<ToolDecision | null> {
    const { delivery, redact } = this.#options;
    const inputs = delivery.answersTo(call.toolUseId);
    const [input] = inputs;
    if (!input) return null;
    if (input.kind !== 'dependency') {
      return { behavior: 'allow', updatedInput: withAnswers(call, inputs, redact) };
    }
    if (input.status !== 'provided') return refuse(DENIED);
    if (isForOneCall(input)) await delivery.use(input);
    return ALLOW;
  }

  async #askUser(call: ToolCall, isLast: boolean): Promise<ToolDecision> {
    const { asking } = this.#options;
    const wasWaiting = asking.isWaiting;
    const deferred = isLast && !wasWaiting;
    const asks = questionsOf(call, deferred);
    if (asks.length === 0)
      return refuse('The questions have no known shape. Use mcp__ccs__ask_user instead.');
    for (const ask of asks) {
      const receipt = await asking.question(ask);
      if (receipt.kind !== 'waiting') {
        return this.#refuse(
          call,
          askWords(receipt, 'The question', { isSubagent: call.agentId !== null }),
          wasWaiting,
        );
      }
    }
    return deferred
      ? { behavior: 'defer' }
      : this.#refuse(call, waitingWords('Your questions', call), wasWaiting);
  }

  async #askPermission(call: ToolCall, isLast: boolean): Promise<ToolDecision> {
    const { run, asking, delivery, redact } = this.#options;
    const { workspacePath: workspace, language } = run;
    const { permission, description } = permissionFor(call, { workspace, redact, language });
    const { callKey, ruleKey } = permission;
    if (asking.isWaiting && this.#isGranted(ruleKey)) return refuse(stopWords(call.agentId !== null), true);
    if (this.#isGranted(ruleKey)) return ALLOW;
    if (this.#isDenied(callKey)) return refuse(DENIED);
    if (!asking.isWaiting && (await this.#useOnce(call, callKey))) return ALLOW;
    const wasWaiting = asking.isWaiting;
    const deferred = isLast && !wasWaiting;
    const receipt = await asking.dependency({
      source: 'claude_code',
      toolUseId: call.toolUseId,
      deferred,
      type: 'permission',
      name: call.tool,
      description,
      required: true,
      permission,
    });
    if (receipt.kind === 'waiting') {
      return deferred
        ? { behavior: 'defer' }
        : this.#refuse(call, waitingWords('This call', call), wasWaiting);
    }
    if (receipt.kind === 'refused') {
      return this.#refuse(
        call,
        askWords(receipt, 'The request to allow this call', { isSubagent: false }),
        wasWaiting,
      );
    }
    // It was allowed a moment ago, and the inbox brings it: it counts from the next try on.
    const allowed = delivery.unusedPermission(callKey);
    if (allowed) await delivery.use(allowed);
    return allowed || this.#isGranted(ruleKey) ? ALLOW : refuse('This call was just allowed: make it again.');
  }

  #isGranted(ruleKey: string): boolean {
    const { run, delivery } = this.#options;
    return (
      run.grants.some((grant) => grant.scope === 'task' && grant.ruleKey === ruleKey) ||
      delivery.known.some(
        (input) =>
          input.kind === 'dependency' &&
          input.status === 'provided' &&
          input.scope === 'task' &&
          input.permission?.ruleKey === ruleKey,
      )
    );
  }

  #isDenied(callKey: string): boolean {
    return this.#options.delivery.known.some(
      (input) =>
        input.kind === 'dependency' && input.status === 'denied' && input.permission?.callKey === callKey,
    );
  }

  async #useOnce({ toolUseId }: ToolCall, callKey: string): Promise<boolean> {
    const { delivery } = this.#options;
    // Claude Code may ask about one call twice.
    if (this.#allowedOnce.has(toolUseId)) return true;
    const allowed = delivery.unusedPermission(callKey);
    if (!allowed) return false;
    this.#allowedOnce.add(toolUseId);
    await delivery.use(allowed);
    return true;
  }

  /** A refusal. It ends the turn when work has to stop; a subagent may report back first, but only once. */
  #refuse(call: ToolCall, { text }: AskWords, wasWaiting: boolean): ToolDecision {
    return refuse(text, call.agentId === null ? this.#options.asking.isWaiting : wasWaiting);
  }

  /** One after the other, so that of several calls in one message the first one that is asked for is known to the next. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work, work);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

const DENIED =
  'A person does not allow this call. Do not make it again, and do not reach the same by another way: do without it.';

function refuse(message: string, stop = false): ToolDecision {
  return { behavior: 'deny', message, stop };
}

function waitingWords(what: string, call: ToolCall): AskWords {
  const again = what === 'This call' ? ' Make it again only when you are told that it is allowed.' : '';
  return {
    text: `${what} waits for a person.${again} ${stopWords(call.agentId !== null)}`,
    isError: true,
  };
}
