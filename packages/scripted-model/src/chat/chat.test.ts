import { afterEach, expect, test } from 'vitest';
import { demoScenario } from '../demo/demo-scenario.ts';
import { answered } from '../testing/phase-prompts.ts';
import { createPlayer, type Player } from '../testing/player.ts';

let player: Player;
afterEach(() => player.remove());

const opening = (text: string) =>
  `${text}\n\nRules of the platform, which hold for the whole conversation:\n- Answer.`;
const message = (id: number, text: string) => `[answer message_${id}] The person says:\n${text}`;

test('answers in the person’s language, uses tools, and remembers what was said', async () => {
  player = await createPlayer(demoScenario());
  const first = await player.say(opening('Phase 2 (Design)\nPlease note that milk is out.'));
  expect(first.text).toContain('You wrote: “Phase 2 (Design) Please note that milk is out.”');
  expect(first.text).toContain('The working folder is empty.');
  expect(first.calls.map(({ name }) => name)).toEqual(['Bash', 'Write']);
  const second = await player.say(message(1, '빵도 적어 주세요.'));
  expect(second.text).toContain('“빵도 적어 주세요.”라고 하셨습니다.');
  expect(second.text).toContain('milk is out');
  expect(second.text).toContain('항목이 1개');
  expect(await player.read('notes.md')).toBe(
    '# 메모\n\n- Phase 2 (Design) Please note that milk is out.\n- 빵도 적어 주세요.\n',
  );
  const third = await player.say(message(2, 'Thanks'));
  expect(third.calls.map(({ name }) => name)).toEqual(['Bash']);
});

test('waits when asked to, and answers what came after an interruption', async () => {
  player = await createPlayer(demoScenario());
  await player.say(opening('Wait for 1 second'), ({ input }) => input['command'] === 'sleep 1');
  const next = await player.say(message(1, 'Never mind'));
  expect(next.calls.map(({ input }) => input['command'])).toEqual(['ls -A | head -n 200']);
  expect(next.text).toContain('Before that you said: “Wait for 1 second”');
});

test('asks when asked to, and goes on with the answer', async () => {
  player = await createPlayer(demoScenario());
  const turn = await player.say(opening('Ask me something'));
  expect(turn.text).toMatch(/^\[USER_QUESTION\]\n[\s\S]*required: true\n\[\/USER_QUESTION\]$/m);
  const next = await player.say(answered('1', 'How should the result look?', 'Short'));
  expect(next.text).toContain('You wrote: “Short”');
});
