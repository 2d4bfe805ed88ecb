import { createHash } from 'node:crypto';
import type { Conversation, ToolCall } from '../conversation/conversation.ts';
import type { Block, MessageReply } from './scenario.ts';

/** A tool call of a script. Paths are written relative to the working directory. */
export interface Call {
  name: string;
  input: Record<string, unknown>;
}

/** One message of the model: some words, then calls made in parallel. Done when each call has a result. */
export interface Move {
  say: string;
  calls: Call[];
  /** The number of the step that this message works on. */
  step?: number;
  /** Index of the message since which its calls count as made, when that is not the beginning of the script. */
  from?: number;
}

/** What the model does in one phase (or as one subagent): the moves in order, then the closing words that end the turn. */
export interface Script {
  moves: Move[];
  closing: string;
}

/** How often a call that failed is made again before the script goes on without it. */
const MAX_ATTEMPTS = 3;

const CUT_OFF = /interrupted|result missing|doesn't want to proceed|was stopped|exit code 137/i;
/** The platform's words for a call that waits for a person, or that a person does not allow. */
const HELD_BACK = /waits for a person|work stops until the answer|just allowed: make it again/i;
const DENIED = /^(?:PreToolUse:\S+ hook error: )?a person does not allow/i;
const NO_RESULT = /^\[Tool (?:call interrupted|result missing)/;

/** From where on the history counts. */
export interface Span {
  /** Index of the message that asked for the script first. */
  since: number;
  /** Steps that an earlier conversation has already done. */
  doneBefore?: number[];
  /** A later message that says what is missing: files that it names must be written again after it. */
  reminder?: { text: string; at: number };
}

/**
 * The next message of a script. A function of the history alone: a call counts as made when it appears, with a result,
 * after message `since`. So the play goes on where it stood after a restart, a resume or a fork.
 */
export function nextMessage(script: Script, conversation: Conversation, span: Span): MessageReply {
  const history = madeCalls(conversation);
  for (const move of script.moves) {
    const open = move.calls.flatMap((call) => {
      const wanted = isNamed(call, span.reminder);
      if (!wanted && move.step !== undefined && span.doneBefore?.includes(move.step)) return [];
      const from = move.from ?? (wanted && span.reminder ? span.reminder.at : span.since);
      return pending(
        call,
        history.filter((made) => made.at >= from),
      );
    });
    if (open.length === 0) continue;
    const content: Block[] = [{ type: 'text', text: move.say }];
    open.forEach((call, index) => content.push(toolUse(call, conversation, index)));
    return { kind: 'message', content, stopReason: 'tool_use' };
  }
  return { kind: 'message', content: [{ type: 'text', text: script.closing }], stopReason: 'end_turn' };
}

/** True when the first time that a call was made it went well. */
export function wentWellFirst(call: Call, conversation: Conversation): boolean {
  return madeCalls(conversation).find((made) => isSame(call, made))?.result?.isError === false;
}

/** The result of a call of the script, if the history since `since` holds one. */
export function resultOf(call: Call, conversation: Conversation, since: number): ToolCall['result'] {
  return madeCalls(conversation)
    .filter((made) => made.at >= since && isSame(call, made))
    .at(-1)?.result;
}

/** True when a person refused a call of the script and it never went well since `since`: what it was for did not happen. */
export function wasDenied(call: Call, conversation: Conversation, since = 0): boolean {
  const made = madeCalls(conversation).filter(
    (each) => each.at >= since && isSame(call, each) && each.result !== undefined,
  );
  return made.some(isDenied) && made.every(({ result }) => result?.isError === true);
}

function isDenied({ result }: ToolCall): boolean {
  return result?.isError === true && DENIED.test(result.text);
}

/** The content with which a file was written last, if the history knows. */
export function lastWritten(path: string, conversation: Conversation): string | undefined {
  const content = madeCalls(conversation)
    .filter(
      ({ name, input, result }) =>
        name === 'Write' && input['file_path'] === path && result?.isError === false,
    )
    .at(-1)?.input['content'];
  return typeof content === 'string' ? content : undefined;
}

/** The calls in the history, with their paths relative to the working directory, as scripts write them. */
function madeCalls({ toolCalls, workingDirectories }: Conversation): ToolCall[] {
  return toolCalls.map((call) => {
    const path = call.input['file_path'];
    if (typeof path !== 'string') return call;
    const base = workingDirectories.find((directory) => path.startsWith(`${directory}/`));
    return base === undefined
      ? call
      : { ...call, input: { ...call.input, file_path: path.slice(base.length + 1) } };
  });
}

function isNamed(call: Call, reminder: Span['reminder']): boolean {
  const path = call.input['file_path'];
  return typeof path === 'string' && (reminder?.text.split(/[\s,:`'"()]+/).includes(path) ?? false);
}

/** What is still to be done for a call: nothing, the call, or reading the file first that it failed to overwrite. */
function pending(call: Call, history: ToolCall[]): Call[] {
  const attempts = history.filter((made) => isSame(call, made));
  const last = attempts.at(-1);
  if (last === undefined) return [call];
  if (isSettled(call, last) || attempts.length >= MAX_ATTEMPTS) return [];
  if (call.name !== 'Write' || HELD_BACK.test(last.result?.text ?? '')) return [call];
  const read: Call = { name: 'Read', input: { file_path: call.input['file_path'] } };
  const wasRead = history.some((made) => made.at > last.at && isSame(read, made) && made.result);
  return [wasRead ? call : read];
}

function isSettled(call: Call, made: ToolCall): boolean {
  const { result } = made;
  if (result === undefined || NO_RESULT.test(result.text)) return false;
  if (!result.isError || isDenied(made)) return true;
  const said = result.text.slice(0, 300);
  return call.name !== 'Write' && !CUT_OFF.test(said) && !HELD_BACK.test(said);
}

/** A call is recognised by what it acts on: its path (and place), its command, its description; others by their whole input. */
function isSame(call: Call, made: ToolCall): boolean {
  if (call.name !== made.name) return false;
  if (call.name === 'Edit' && call.input['old_string'] !== made.input['old_string']) return false;
  for (const key of ['file_path', 'command', 'description']) {
    const wanted = call.input[key];
    if (typeof wanted !== 'string') continue;
    return made.input[key] === wanted;
  }
  // Claude Code may add to what was said, such as the answers to questions.
  return Object.entries(call.input).every(
    ([key, value]) => JSON.stringify(made.input[key]) === JSON.stringify(value),
  );
}

function toolUse(call: Call, conversation: Conversation, index: number): Block {
  const path = call.input['file_path'];
  const input = { ...call.input };
  const base = conversation.workingDirectories.at(-1);
  if (typeof path === 'string' && base !== undefined) input['file_path'] = `${base}/${path}`;
  const seed = JSON.stringify([conversation.agentId, conversation.messageCount, index, call.name, path]);
  const id = `toolu_${createHash('sha256').update(seed).digest('hex').slice(0, 24)}`;
  return { type: 'tool_use', id, name: call.name, input };
}
