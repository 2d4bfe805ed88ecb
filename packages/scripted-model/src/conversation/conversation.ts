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

/** Text that a person or the platform wrote: no tool result, no `<system-reminder>`. */
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
  const calls = new Map<string, ToolCall>();
  const context: string[] = [textOf(request.system)];
  messages.forEach((message, at) => {
    for (const block of blocksOf(message['content'])) {
      const text = typeof block.text === 'string' ? block.text : '';
      if (block.type === 'text' && message['role'] === 'system') context.push(text);
      else if (block.type === 'text' && message['role'] === 'user') {
        if (isReminder(text)) context.push(text);
        else userTexts.push({ text, at });
      } else if (block.type === 'tool_use' && typeof block.id === 'string') {
        const input = isRecord(block.input) ? block.input : {};
        calls.set(block.id, { id: block.id, name: String(block.name), input, at });
      } else if (block.type === 'tool_result') {
        const call = calls.get(String(block.tool_use_id));
        if (call) call.result = { text: textOf(block.content), isError: block.is_error === true };
      }
    }
  });
  const tools = Array.isArray(request.tools)
    ? request.tools.filter(isRecord).map((tool) => tool['name'])
    : [];
  const announced = new Set(context.flatMap((text) => text.split(/[\s,]+/)));
  const directories = context.flatMap((text) => [...text.matchAll(/working directory:\s*(\/[^\n]+)/gi)]);
  return {
    model: typeof request.model === 'string' ? request.model : 'scripted',
    userTexts,
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
