import { blocksOf, isRecord, type MessagesRequest, textOf } from './wire.ts';

/** A tool call in the history. `result` is missing while nobody has answered it. */
export interface ToolCall {
  id: string;
  name: string;
  input: Record<string, unknown>;
  /** Index of the message in which the model made the call. */
  at: number;
  result?: { text: string; isError: boolean };
}

/** A text of the history. As a user's text: what a person or the platform wrote, no tool result, no `<system-reminder>`. */
export interface UserText {
  text: string;
  /** Index of its message. */
  at: number;
}

/** A Messages API request, read for what a scenario needs. Everything is derived from the request alone. */
export interface Conversation {
  model: string;
  /** Set when a subagent asks (`x-claude-code-agent-id`). */
  agentId?: string;
  userTexts: UserText[];
  /** What Claude Code told the model beside that: reminders, and messages that were folded into a running turn. */
  asides: UserText[];
  /** What the model said. */
  said: UserText[];
  toolCalls: ToolCall[];
  messageCount: number;
  /** The working directories that Claude Code has told the model, the current one last. */
  workingDirectories: string[];
  /** True if the tool is declared, or announced as a deferred one. */
  hasTool(name: string): boolean;
}

/** Read a request. `agentId` is the value of the `x-claude-code-agent-id` header. */
export function readConversation(request: MessagesRequest, agentId?: string): Conversation {
  const messages = Array.isArray(request.messages) ? request.messages.filter(isRecord) : [];
  const userTexts: UserText[] = [];
  const asides: UserText[] = [];
  const said: UserText[] = [];
  const calls = new Map<string, ToolCall>();
  messages.forEach((message, at) => {
    for (const block of blocksOf(message['content'])) {
      const text = typeof block.text === 'string' ? block.text : '';
      if (block.type === 'text' && message['role'] === 'assistant') said.push({ text, at });
      else if (block.type === 'text' && message['role'] === 'user' && !isReminder(text)) {
        userTexts.push({ text, at });
      } else if (block.type === 'text') asides.push({ text, at });
      else if (block.type === 'tool_use' && typeof block.id === 'string') {
        const input = isRecord(block.input) ? block.input : {};
        calls.set(block.id, { id: block.id, name: String(block.name), input, at });
      } else if (block.type === 'tool_result') {
        const call = calls.get(String(block.tool_use_id));
        if (call) call.result = { text: textOf(block.content), isError: block.is_error === true };
      }
    }
  });
  const context = [textOf(request.system), ...asides.map(({ text }) => text)];
  const tools = Array.isArray(request.tools)
    ? request.tools.filter(isRecord).map((tool) => tool['name'])
    : [];
  const announced = new Set(context.flatMap((text) => text.split(/[\s,]+/)));
  const directories = context.flatMap((text) => [...text.matchAll(/working directory:\s*(\/[^\n]+)/gi)]);
  return {
    model: typeof request.model === 'string' ? request.model : 'scripted',
    userTexts,
    asides,
    said,
    toolCalls: [...calls.values()],
    messageCount: messages.length,
    workingDirectories: directories.map((match) => (match[1] ?? '').trim()),
    hasTool: (name) => tools.includes(name) || announced.has(name),
    ...(agentId === undefined ? {} : { agentId }),
  };
}

function isReminder(text: string): boolean {
  return text.trimStart().startsWith('<system-reminder>');
}
