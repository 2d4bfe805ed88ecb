import type { Scenario } from '@ccs/scripted-model';

type Reply = ReturnType<Scenario['reply']>;
type MessageReply = Extract<Reply, { kind: 'message' }>;
type Block = MessageReply['content'][number];

let calls = 0;

/** A tool call. */
export function call(name: string, input: Record<string, unknown>): Block {
  calls += 1;
  return { type: 'tool_use', id: `toolu_test_${calls}`, name, input };
}

/** Writes a file of the workspace. */
export function write(path: string, content = `# ${path}\n\n${'Real content. '.repeat(60)}\n`): Block {
  return call('Write', { file_path: path, content });
}

/** A message of text and tool calls. */
export function say(...content: readonly (string | Block)[]): MessageReply {
  const blocks = content.map((block) =>
    typeof block === 'string' ? { type: 'text' as const, text: block } : block,
  );
  const usesTools = blocks.some((block) => block.type === 'tool_use');
  return { kind: 'message', content: blocks, stopReason: usesTools ? 'tool_use' : 'end_turn' };
}

/** A refusal of the API. */
export function refuse(status: number, type: string, message: string): Reply {
  return { kind: 'http_error', status, type, message };
}

/** Answers the requests of each session with these replies, one after the other; the last one again and again. */
export function inOrder(...replies: readonly (Reply | ((prompt: string) => Reply))[]): Scenario {
  return {
    name: 'in order',
    reply({ conversation, sessionId, counters }) {
      const turn = Math.min(counters.take(sessionId, 'turn'), replies.length - 1);
      const reply = replies[turn];
      if (reply === undefined) throw new Error('the script is empty');
      return typeof reply === 'function' ? reply(conversation.userTexts.at(-1)?.text ?? '') : reply;
    },
  };
}
