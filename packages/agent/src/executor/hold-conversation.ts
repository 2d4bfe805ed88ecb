import type { Query, SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import type { RunInbox, RunReporter, WorkingRun } from '@ccs/core/ports/agent-runner';
import type { PendingInput } from '@ccs/core/task/model/pending-input';
import { inputPrompt } from '../prompt/input-prompt.ts';
import { SYSTEM_PROMPT_APPEND } from '../prompt/system-prompt.ts';
import { createProtocolParser } from '../protocol/parser.ts';
import { Asking } from './asking.ts';
import { CallWatch } from './call-watch.ts';
import { type ConversationEnd, type ConversationPlan, converse } from './conversation.ts';
import { InputDelivery } from './input-delivery.ts';
import { judge } from './judge.ts';
import { createMessageReader } from './message-reader.ts';
import type { Agent } from './open-agent.ts';
import { patiently } from './patiently.ts';
import { createAskingTools, type PlatformTools, settledNames } from './platform-tools.ts';
import type { RunDesk, UnfinishedEnd } from './run-desk.ts';
import { Talk } from './talk.ts';
import { ToolGate } from './tool-gate.ts';
import { Transcript } from './transcripts.ts';

/** One run in the task's own session, and where it reports to. */
export interface Work<R extends WorkingRun = WorkingRun> {
  readonly run: R;
  readonly desk: RunDesk;
  readonly reporter: RunReporter;
  readonly inbox: RunInbox;
}

/** What a conversation consists of. */
export interface Conversation {
  readonly asking: Asking;
  readonly talk: Talk;
  readonly delivery: InputDelivery;
  /** Breaks off the running turn; what is said next is heard at once. Resolves when it is broken off. */
  interrupt(): Promise<void>;
}

/** What one kind of work does with the conversation. */
export interface Role extends ConversationPlan {
  /** The first message, when the session does not go on by itself with a call that was held back. */
  opening(): Promise<string>;
  /** A person said something while the agent works. */
  hear(input: PendingInput): void;
  readonly tools: Pick<PlatformTools, 'completion' | 'proposeResolution'>;
}

/** How a conversation ended for its run. */
export type WorkEnd = 'completed' | { readonly outcome: 'blocked' } | UnfinishedEnd;

/** A held-back call that Claude Code does not make within this time is not coming: the agent is spoken to. */
const HELD_BACK_MS = 20_000;
/** Claude Code writes its transcript a moment after the fact, and a long call says nothing meanwhile. */
const CONFIRM_MS = 250;

/**
 * Holds one conversation in the task's session, with people asked and heard. All processes of the run are about to end when it
 * resolves.
 */
export async function holdConversation(
  work: Work,
  agent: Agent,
  createRole: (conversation: Conversation) => Role,
  onClosing: (end: ConversationEnd) => void,
): Promise<WorkEnd> {
  const { run, desk, reporter, inbox } = work;
  const { log, redactor, usage, signal } = desk;
  const workspace = run.workspacePath;
  const transcript = new Transcript(() => agent.place.findTranscript());
  const delivery = new InputDelivery(run.input, transcript, (ids) =>
    patiently(
      () => reporter.delivered(ids),
      () => signal.aborted,
    ),
  );
  await transcript.refresh();
  await delivery.confirm();
  const { heldBack } = transcript;

  const asking = new Asking(desk, reporter, settledNames(run));
  const talk = new Talk(log);
  const watch = new CallWatch(heldBack?.toolUseId ?? null);
  let query: Query | null = null;
  const role = createRole({ asking, talk, delivery, interrupt: async () => void (await query?.interrupt()) });
  const home = agent.place.env['HOME'] ?? '/';
  const gate = new ToolGate({ run, inbox, home, asking, delivery, watch, redact: redactor.redact });
  const isSubagent = (toolUseId: string | null) => toolUseId !== null && gate.callerOf(toolUseId) !== null;
  const reader = createMessageReader({
    log,
    parser: createProtocolParser(),
    usage,
    workspace,
    redactor,
    provider: run.provider,
    heldBack,
  });

  const opening = await role.opening();
  const silence = heldBack === null ? null : setTimeout(() => talk.say(opening), HELD_BACK_MS);
  const onMessage = (message: SDKMessage): void => {
    if (message.type === 'system' || silence === null) return;
    clearTimeout(silence);
    if (heldBack && returns(message, heldBack.toolUseId)) sayTheRest(delivery, talk, heldBack.toolUseId);
  };
  if (heldBack === null) talk.say(opening);
  // What cannot be stored now is tried again at the end of the turn, and fails the run then.
  const confirming = setInterval(() => void delivery.confirm().catch(() => undefined), CONFIRM_MS);
  try {
    const { createCcsTools } = await import('./ccs-tools.ts');
    query = await agent.start({
      input: talk.input,
      systemPrompt: SYSTEM_PROMPT_APPEND,
      decide: (call) => gate.decide(call),
      endsTurn: (call) => gate.endsTurn(call),
      ccsTools: createCcsTools({ ...createAskingTools({ asking, isSubagent }), ...role.tools }),
    });
    inbox.listen((input) => {
      delivery.add(input);
      // What comes while work stops, or when all is said, is for the next run.
      if (!asking.isWaiting && !talk.isEnded) role.hear(input);
    });
    const end = await converse({
      messages: query,
      talk,
      plan: role,
      reader,
      watch,
      delivery,
      desk,
      onMessage,
      onClosing: (closing) => {
        agent.expectEnd();
        onClosing(closing);
      },
    });
    await agent.ended();
    await delivery.confirm(end.kind === 'completed');
    if (end.kind === 'completed') return 'completed';
    if (signal.aborted) return { outcome: 'interrupted' };
    if (end.kind === 'blocked') return { outcome: 'blocked' };
    return { outcome: 'failed', failure: judge(end, reader.traces, agent.process(), redactor.redact) };
  } finally {
    if (silence) clearTimeout(silence);
    clearInterval(confirming);
    talk.end();
  }
}

/** Whether a message brings the result of this call. */
function returns(message: SDKMessage, toolUseId: string): boolean {
  if (message.type !== 'user' || typeof message.message.content === 'string') return false;
  return message.message.content.some(
    (block) => block.type === 'tool_result' && block.tool_use_id === toolUseId,
  );
}

/** The call that was held back has brought its answer; what else people said is said now. */
function sayTheRest(delivery: InputDelivery, talk: Talk, heldBack: string): void {
  const answered = new Set(delivery.answersTo(heldBack));
  const input = delivery.unsaid.filter((each) => !answered.has(each));
  if (input.length > 0) talk.say(inputPrompt({ phase: null, input }, []));
}
