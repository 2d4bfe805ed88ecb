import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConversation } from '../conversation/conversation.ts';
import type { Block, MessageReply } from './scenario.ts';
import { nextMessage, type Script, type Span } from './script.ts';

const write = (file_path: string) => ({ name: 'Write', input: { file_path, content: file_path } });
const script: Script = {
  moves: [
    { say: 'one', calls: [write('a.md')], step: 1 },
    { say: 'two', calls: [write('b.md'), write('docs/b.md')], step: 2 },
    { say: 'three', calls: [{ name: 'Bash', input: { command: 'npm test' } }] },
  ],
  closing: 'done',
};

/** A history that grows as Claude Code's does. `answer` gives each call its result; undefined leaves it unanswered. */
function play(
  rounds: number,
  answer: (call: Block & { type: 'tool_use' }) => object | undefined,
  span: Span = { since: 0 },
) {
  const messages: object[] = [{ role: 'user', content: 'go' }];
  const said: MessageReply[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const reply = nextMessage(script, readConversation({ messages }), span);
    said.push(reply);
    if (reply.stopReason === 'end_turn') break;
    const calls = reply.content.filter((block) => block.type === 'tool_use');
    const results = calls.flatMap((call) => answer(call) ?? []);
    messages.push({ role: 'assistant', content: reply.content });
    if (results.length > 0) messages.push({ role: 'user', content: results });
  }
  return { said, messages };
}
const ok = (call: { id: string }) => ({ type: 'tool_result', tool_use_id: call.id, content: 'ok' });
const error = (call: { id: string }, content: string) => ({ ...ok(call), content, is_error: true });
const pathsOf = (reply: MessageReply | undefined) =>
  reply?.content.flatMap((block) =>
    block.type === 'tool_use' ? [block.input['file_path'] ?? block.name] : [],
  );
const next = (messages: object[], span: Span = { since: 0 }) =>
  nextMessage(script, readConversation({ messages }), span);

describe('a script', () => {
  test('goes through its messages in order and ends the turn', () => {
    const { said } = play(9, ok);
    expect(said.map((reply) => reply.content[0])).toMatchObject([
      { text: 'one' },
      { text: 'two' },
      { text: 'three' },
      { text: 'done' },
    ]);
    expect(said.at(-1)?.stopReason).toBe('end_turn');
  });

  test('says the same thing to the same history, however often it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (rounds) => {
        const { messages } = play(rounds, ok);
        expect(next(messages)).toEqual(next(messages));
      }),
    );
  });

  test('gives every call an id of its own', () => {
    const { said } = play(9, ok);
    const ids = said.flatMap((reply) =>
      reply.content.flatMap((block) => (block.type === 'tool_use' ? block.id : [])),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('makes again only the call that was cut off', () => {
    const cut = 'Tool call interrupted: the session ended before this call’s result was recorded';
    const { messages } = play(2, (call) =>
      call.input['file_path'] === 'b.md' ? error(call, cut) : ok(call),
    );
    expect(pathsOf(next(messages))).toEqual(['b.md']);
  });

  test('reads a file that it may not overwrite, then writes it', () => {
    let refusals = 1;
    const answer = (call: Block & { type: 'tool_use' }) =>
      call.name === 'Write' && call.input['file_path'] === 'a.md' && refusals-- > 0
        ? error(call, 'not read yet')
        : ok(call);
    const { said } = play(9, answer);
    expect(said.slice(0, 3).map((reply) => reply.content[1])).toMatchObject([
      { name: 'Write' },
      { name: 'Read' },
      { name: 'Write' },
    ]);
  });

  test('gives up a file after three refusals and goes on', () => {
    const { said } = play(20, (call) =>
      call.input['file_path'] === 'a.md' && call.name === 'Write' ? error(call, 'no') : ok(call),
    );
    expect(said.filter((reply) => pathsOf(reply)?.includes('a.md')).length).toBe(5);
    expect(said.at(-1)?.content[0]).toMatchObject({ text: 'done' });
  });

  test('takes a failed command for an answer', () => {
    const { said } = play(9, (call) => (call.name === 'Bash' ? error(call, 'Exit code 1') : ok(call)));
    expect(said).toHaveLength(4);
  });

  test('makes a call again that waited for a person, without reading first, but none that was denied', () => {
    const waits = 'This call waits for a person. Work stops until the answer is there.';
    const { messages } = play(1, (call) => error(call, waits));
    expect(pathsOf(next(messages))).toEqual(['a.md']);
    const denied = play(9, (call) => error(call, 'A person does not allow this call. Do not make it again.'));
    expect(denied.said).toHaveLength(4);
  });

  test('knows a call by its whole input, whatever was added to it', () => {
    const questions = [{ question: 'Which?' }];
    const asking: Script = {
      moves: [{ say: 'ask', calls: [{ name: 'AskUserQuestion', input: { questions } }] }],
      closing: 'done',
    };
    const call = {
      type: 'tool_use',
      id: 'x',
      name: 'AskUserQuestion',
      input: { questions, answers: { 'Which?': 'a' } },
    };
    const messages = [
      { role: 'user', content: 'go' },
      { role: 'assistant', content: [call] },
      { role: 'user', content: [ok(call)] },
    ];
    expect(nextMessage(asking, readConversation({ messages }), { since: 0 }).stopReason).toBe('end_turn');
  });

  test('writes again what a reminder misses', () => {
    const { messages } = play(9, ok);
    const reminder = { text: 'Missing:\n- 1.2: docs/b.md', at: messages.length };
    messages.push({ role: 'user', content: reminder.text });
    expect(pathsOf(next(messages, { since: 0, reminder }))).toContain('docs/b.md');
  });

  test('leaves out the steps of an earlier conversation', () => {
    expect(play(1, ok, { since: 0, doneBefore: [1] }).said[0]?.content[0]).toMatchObject({ text: 'two' });
  });

  test('writes below the working directory when it is known', () => {
    const system = '- Primary working directory: /home/x\n';
    const first = nextMessage(
      script,
      readConversation({ system, messages: [{ role: 'user', content: 'go' }] }),
      { since: 0 },
    );
    expect(pathsOf(first)).toEqual(['/home/x/a.md']);
  });
});
