import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import type { ProtocolParser } from '../protocol/parser.ts';
import type { ProtocolSignal } from '../protocol/signal.ts';
import { MainText } from './main-text.ts';
import type { StreamRedactor } from './redactor.ts';
import type { ModelProvider } from '@ccs/core/vocabulary/statuses';
import type { RunLog } from './run-log.ts';
import { createSystemLog } from './system-log.ts';
import { TextFlow } from './text-flow.ts';
import { oneLine, summarizeToolUse } from './tool-summary.ts';
import type { UsageMeter } from './usage-meter.ts';

/** What a message of the agent meant beyond its log lines, in order. */
export type AgentFact =
  | { readonly kind: 'signal'; readonly signal: ProtocolSignal }
  /** A tool returned: files may have been written. */
  | { readonly kind: 'tool_returned'; readonly tool: string };

/** What the reader remembers for judging a failure. */
export interface ErrorTraces {
  assistantError: string | null;
  limitResetsAt: number | null;
}

/** Reads the message stream of one run: writes its log, feeds the protocol parser, meters usage. */
export interface MessageReader {
  read(message: SDKMessage): readonly AgentFact[];
  /** The turn ended: what the text still held back. */
  endOfTurn(): readonly AgentFact[];
  readonly traces: Readonly<ErrorTraces>;
}

type Assistant = Extract<SDKMessage, { type: 'assistant' }>;
type User = Extract<SDKMessage, { type: 'user' }>;
type StreamEvent = Extract<SDKMessage, { type: 'stream_event' }>;

export function createMessageReader(options: {
  readonly log: RunLog;
  readonly parser: ProtocolParser;
  readonly usage: UsageMeter;
  readonly workspace: string;
  readonly redactor: StreamRedactor;
  readonly provider: ModelProvider;
  /** A call of an earlier run that is made in this one. */
  readonly heldBack?: { readonly toolUseId: string; readonly tool: string } | null;
}): MessageReader {
  const { log, parser, usage, workspace, provider } = options;
  const { redact, safeEnd } = options.redactor;
  const traces: ErrorTraces = { assistantError: null, limitResetsAt: null };
  const tools = new Map<string, string>();
  if (options.heldBack) tools.set(options.heldBack.toolUseId, options.heldBack.tool);
  const streaming = new Map<string, string>();
  const system = createSystemLog(log, provider);
  const flow = new TextFlow((text) => log('text', text), safeEnd);
  let facts: AgentFact[] = [];
  const signals = (found: readonly ProtocolSignal[]): void => {
    for (const signal of found) facts.push({ kind: 'signal', signal });
  };
  const text = new MainText((piece) => {
    flow.add(piece);
    signals(parser.feed(piece));
  });
  const endBlock = (): void => {
    flow.end();
  };

  function readStreamEvent({ event, parent_tool_use_id: parent }: StreamEvent): void {
    const thread = parent ?? '';
    if (event.type === 'message_start') {
      streaming.set(thread, event.message.id);
      usage.message(event.message.id, event.message.usage);
    } else if (event.type === 'message_delta') {
      const id = streaming.get(thread);
      if (id) usage.message(id, { output_tokens: event.usage.output_tokens });
    }
    if (parent !== null) return;
    if (event.type === 'message_start') {
      endBlock();
      parser.messageBoundary();
      text.messageStart(event.message.id);
    } else if (event.type === 'content_block_start') {
      text.blockStart();
      if (event.content_block.type === 'tool_use') signals(parser.toolUse());
    } else if (event.type === 'content_block_delta') {
      if (event.delta.type === 'text_delta') text.delta(event.delta.text);
    } else if (event.type === 'content_block_stop') endBlock();
  }

  function readAssistant({ message, parent_tool_use_id: parent, error }: Assistant): void {
    if (streaming.get(parent ?? '') !== message.id) {
      usage.message(message.id, message.usage);
      if (parent === null) parser.messageBoundary();
    }
    if (parent === null) traces.assistantError = error ?? null;
    const origin = parent === null ? {} : { parentToolUseId: parent };
    for (const block of message.content) {
      if (block.type === 'text') {
        if (parent !== null) log('text', block.text, origin);
        else if (error) log('error', block.text);
        else text.complete(message.id, block.text);
      } else if (block.type === 'thinking') {
        if (block.thinking.trim() !== '') log('thinking', block.thinking, origin);
      } else if (block.type === 'tool_use') {
        const input = (block.input ?? {}) as Record<string, unknown>;
        if (parent === null) {
          endBlock();
          signals(parser.toolUse());
        }
        tools.set(block.id, block.name);
        log('tool_use', summarizeToolUse(block.name, input, workspace, redact), {
          tool: block.name,
          toolUseId: block.id,
          data: input,
          ...origin,
        });
      }
    }
  }

  function readUser({ message, parent_tool_use_id: parent }: User): void {
    if (typeof message.content === 'string') return;
    const origin = parent === null ? {} : { parentToolUseId: parent };
    for (const block of message.content) {
      if (block.type !== 'tool_result') continue;
      const tool = tools.get(block.tool_use_id) ?? 'unknown';
      tools.delete(block.tool_use_id);
      const output = resultText(block.content);
      // Before it is cut to a line: a part of a secret would not be recognised.
      log('tool_result', oneLine(redact(output)), {
        tool,
        toolUseId: block.tool_use_id,
        isError: block.is_error === true,
        data: output,
        ...origin,
      });
      facts.push({ kind: 'tool_returned', tool });
    }
  }

  function read(message: SDKMessage): readonly AgentFact[] {
    facts = [];
    if (message.type === 'stream_event') readStreamEvent(message);
    else if (message.type === 'assistant') readAssistant(message);
    else if (message.type === 'user') readUser(message);
    else if (message.type === 'rate_limit_event') {
      if (message.rate_limit_info.status === 'rejected') {
        traces.limitResetsAt = message.rate_limit_info.resetsAt ?? null;
      }
    } else system(message);
    return facts;
  }

  return {
    read,
    traces,
    endOfTurn() {
      facts = [];
      endBlock();
      signals(parser.endOfTurn());
      return facts;
    },
  };
}

function resultText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((block: { type?: unknown; text?: unknown }) =>
      block.type === 'text' ? String(block.text) : `[${String(block.type)}]`,
    )
    .join('\n');
}
