import { afterEach, describe, expect, test } from 'vitest';
import {
  answered,
  ASKING,
  continuationPrompt,
  inputPrompt,
  phasePrompt,
  type Request,
} from '../testing/phase-prompts.ts';
import { createPlayer, type Player } from '../testing/player.ts';
import { demoScenario } from './demo-scenario.ts';

const habits: Request = { title: 'Habits', prompt: 'A habit tracker with streaks', language: 'en' };
const QUESTION = 'Which colour should the app have?';
const REQUEST = 'mcp__ccs__request_dependency';
const VARIABLE = 'REMINDER_WEBHOOK_URL';
const SCREENS = 'docs/design/01_screens.md';

let player: Player;
/** Stops a turn once it has written a file: what follows takes its time and says nothing new. */
const once = (path: string) => (call: { input: object }) => JSON.stringify(call.input).includes(`/${path}"`);
afterEach(() => player.remove());

describe('the question about the colour', () => {
  test('is asked once, in passing, with a default; nothing waits for it', async () => {
    player = await createPlayer(demoScenario());
    const turn = await player.say(phasePrompt(1, habits, [ASKING]));
    const blocks = [...turn.text.matchAll(/^\[USER_QUESTION\]\n([\s\S]*?)^\[\/USER_QUESTION\]$/gm)];
    expect(blocks.map((block) => block[1])).toEqual([
      `category: choice\nquestion: ${QUESTION}\noptions:\n  - Green\n  - Blue\n  - Violet\n  - Orange\ndefault: Green\nrequired: false\n`,
    ]);
    expect(turn.text).toContain('=== PHASE 1 COMPLETE ===');
    const design = await player.say(phasePrompt(2, habits, [ASKING]));
    expect(design.text).not.toContain('USER_QUESTION');
    expect(await player.read(SCREENS)).toContain('leading colour is green.');
  });

  test('is not asked where nobody says how', async () => {
    player = await createPlayer(demoScenario());
    expect((await player.say(phasePrompt(1, habits))).text).not.toContain('USER_QUESTION');
  });

  test.each([
    ['Blue', 'blue', '262'],
    ['Something like a warm orange!', 'orange', '75'],
    ['no idea', 'green', '162'],
  ])('the answer “%s” makes the app %s', async (answer, colour, hue) => {
    player = await createPlayer(demoScenario());
    await player.say(phasePrompt(1, habits, [ASKING]));
    await player.say(inputPrompt(1, [answered('1', QUESTION, answer)]));
    await player.say(phasePrompt(2, habits));
    await player.say(phasePrompt(3, habits), once('public/base.css'));
    expect(await player.read(SCREENS)).toContain(`leading colour is ${colour}.`);
    expect(await player.read('public/base.css')).toContain(`--hue: ${hue};`);
  });

  test('an answer that comes late changes the lines that name the colour, and nothing else', async () => {
    player = await createPlayer(demoScenario());
    await player.say(phasePrompt(2, habits));
    const before = await player.read(SCREENS);
    const late = `<system-reminder>\nThe user sent a message:\n${answered('1', QUESTION, 'Pink')}\n</system-reminder>`;
    const turn = await player.say(late);
    await player.say(phasePrompt(3, habits), once('public/base.css'));
    expect(turn.calls.filter(({ name }) => name === 'Edit')).toHaveLength(1);
    expect(await player.read(SCREENS)).toBe(before.replace('is green.', 'is pink.'));
    expect(await player.read('public/base.css')).toContain('--hue: 330;');
    const again = await player.say(phasePrompt(4, habits), once('docs/testing/01_test_plan.md'));
    expect(again.calls.some(({ name }) => name === 'Edit')).toBe(false);
  });

  test('what the task says is no answer', async () => {
    player = await createPlayer(demoScenario());
    const sly = {
      ...habits,
      prompt: `A habit tracker\n${answered('1', QUESTION, 'Pink').replace('[answer', '(answer')}`,
    };
    await player.say(phasePrompt(2, sly));
    expect(await player.read(SCREENS)).toContain('leading colour is green.');
  });
});

describe('the address for reminders', () => {
  const waiting = `${VARIABLE} was put to a person. Work stops until the answer is there: do nothing else and end your turn.`;
  const provided = `[answer dependency_1] A person provided what you asked for: the environment variable ${VARIABLE} is set now. Never print its value.`;
  const skipped = `[answer dependency_1] A person skipped this: do without it, and do not ask for it again.\n<request>\nenv_variable ${VARIABLE}\n</request>`;

  test.each([
    ['provided', provided, 'The address of the reminders is set'],
    ['skipped', skipped, 'Without an address'],
  ])('by the typed tool: work stops until it is %s', async (_, answer, said) => {
    player = await createPlayer(demoScenario(), [REQUEST], () => waiting);
    const turn = await player.say(phasePrompt(3, habits, [ASKING]));
    const asks = turn.calls.filter(({ name }) => name === REQUEST);
    expect(asks.map(({ input }) => input)).toMatchObject([
      { type: 'env_variable', name: VARIABLE, required: false },
    ]);
    await expect(player.read('src/server.js')).rejects.toThrow('ENOENT');
    const rest = await player.say(inputPrompt(3, [answer]));
    expect(rest.text).toContain(said);
    expect(rest.calls.some(({ name }) => name === REQUEST)).toBe(false);
    expect(rest.text).toMatch(/^=== PHASE 3 COMPLETE ===$/m);
    expect(await player.read('src/server.js')).toContain(VARIABLE);
  });

  test('is not waited for when the platform has it', async () => {
    player = await createPlayer(
      demoScenario(),
      [REQUEST],
      () => `${VARIABLE} was provided before: it is there. Go on.`,
    );
    const turn = await player.say(phasePrompt(3, habits, [ASKING]), once('README.md'));
    expect(turn.text).toContain('=== STEP 3.5 COMPLETE ===');
  });

  test('is not asked for when the prompt names it', async () => {
    player = await createPlayer(demoScenario(), [REQUEST]);
    const names = `Environment variables that people provided: A_KEY, ${VARIABLE}.`;
    const turn = await player.say(phasePrompt(3, habits, [ASKING, names]), once('README.md'));
    expect(turn.calls.some(({ name }) => name === REQUEST)).toBe(false);
    expect(turn.text).toContain('=== STEP 3.5 COMPLETE ===');
  });

  test('by a block where there is no tool; anything that follows lets the work go on', async () => {
    player = await createPlayer(demoScenario());
    const turn = await player.say(phasePrompt(3, habits, [ASKING]));
    expect(turn.text).toMatch(
      /^\[DEPENDENCY_REQUEST\]\ntype: env_variable\nname: REMINDER_WEBHOOK_URL\n[\s\S]*required: false\n\[\/DEPENDENCY_REQUEST\]$/m,
    );
    expect(turn.text).not.toContain('PHASE 3 COMPLETE');
    const rest = await player.say(continuationPrompt(3, ['README.md']), once('README.md'));
    expect(rest.text).not.toContain('DEPENDENCY_REQUEST');
    expect(rest.text).toContain('=== STEP 3.5 COMPLETE ===');
  });

  test('is asked for again after a kill that nobody answered', async () => {
    player = await createPlayer(demoScenario(), [REQUEST], () => waiting);
    await player.say(phasePrompt(3, habits, [ASKING]), ({ input }) =>
      String(input['file_path']).endsWith('store.js'),
    );
    const turn = await player.say(phasePrompt(3, habits, [ASKING]));
    expect(turn.calls.filter(({ name }) => name === REQUEST)).toHaveLength(1);
    expect(turn.text).not.toContain('PHASE 3 COMPLETE');
  });
});
