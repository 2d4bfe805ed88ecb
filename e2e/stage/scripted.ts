import { type Scenario, type ScriptedModel, startScriptedModel } from '@ccs/scripted-model';
import { afterAll } from 'vitest';

type Reply = ReturnType<Scenario['reply']>;
type Conversation = Parameters<Scenario['reply']>[0]['conversation'];
type Block = Extract<Reply, { kind: 'message' }>['content'][number];
/** What the model says at one point of a script; may depend on what it has heard. */
export type Line = Reply | ((conversation: Conversation) => Reply);

/** A model that outlives the server, with the environment by which a server finds it. */
export interface OutlivingModel {
  readonly env: Readonly<Record<string, string>>;
  readonly requests: ScriptedModel['requests'];
}

/**
 * Starts a model for the tests of a file; agents of the provider `claude` are answered by it. It plays the script whose
 * name is in what the session was asked first, one line after the other: where it stands is read from the history, so
 * that it goes on there after any kill.
 */
export async function startModel(
  scripts: Readonly<Record<string, readonly Line[]>>,
): Promise<OutlivingModel> {
  const reply: Scenario['reply'] = ({ conversation }) => {
    const first = conversation.userTexts[0]?.text ?? '';
    const lines = Object.entries(scripts).find(([name]) => first.includes(name))?.[1] ?? [say('Well.')];
    const spoken = new Set([...conversation.said, ...conversation.toolCalls].map(({ at }) => at)).size;
    const line = lines[Math.min(spoken, lines.length - 1)] ?? say('Well.');
    return typeof line === 'function' ? line(conversation) : line;
  };
  const model = await startScriptedModel({ scenario: { name: 'scripts', reply }, record: 500 });
  afterAll(() => model.close());
  const env = { ANTHROPIC_BASE_URL: model.url, ANTHROPIC_API_KEY: 'sk-ant-e2e-no-account-needed' };
  return { env, requests: model.requests };
}

let calls = 0;

/** A tool call. */
export function call(name: string, input: Record<string, unknown>): Block {
  calls += 1;
  return { type: 'tool_use', id: `toolu_e2e_${calls}`, name, input };
}

/** A message of words and tool calls. */
export function say(...content: readonly (string | Block)[]): Reply {
  const blocks = content.map((block) =>
    typeof block === 'string' ? { type: 'text' as const, text: block } : block,
  );
  const usesTools = blocks.some((block) => block.type === 'tool_use');
  return { kind: 'message', content: blocks, stopReason: usesTools ? 'tool_use' : 'end_turn' };
}

/** How often a word stands in what the model was told last in a session that was asked this first. */
export function timesHeard({ requests }: OutlivingModel, first: string, word: string): number {
  const heard = requests.map(({ body }) => JSON.stringify(body.messages ?? []));
  return (heard.findLast((messages) => messages.includes(first)) ?? '').split(word).length - 1;
}
