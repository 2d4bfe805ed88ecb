import { afterEach, describe, expect, test } from 'vitest';
import {
  ASKING,
  phasePrompt,
  remark,
  type Request,
  reworkPrompt,
  verifierPrompt,
} from '../testing/phase-prompts.ts';
import { createPlayer, type Player, type Turn } from '../testing/player.ts';
import { writeFiles } from '../testing/write-files.ts';
import { demoScenario } from './demo-scenario.ts';

const habits: Request = { title: 'Habits', prompt: 'A habit tracker with streaks', language: 'en' };
const 습관: Request = { title: '습관', prompt: '연속 기록이 있는 습관 앱', language: 'ko' };
const PRODUCT = 'docs/planning/06_product.md';
const ROADMAP = 'docs/planning/09_roadmap.md';
const PLAN = ['docs/planning/01_idea.md', PRODUCT, ROADMAP];

let player: Player;
afterEach(() => player.remove());

interface Verdict {
  key: string;
  verdict: string;
  reason: string;
  evidence: { path: string; line: number; text: string }[];
  advice: string | null;
}

/** What the verifier answers in a session of its own. */
async function verify(
  request: Request,
  phase = 1,
  keys = ['documents_agree'],
  paths = PLAN,
  more: string[] = [],
) {
  const turn = await player
    .another(['StructuredOutput'])
    .say(verifierPrompt(phase, request, { paths, keys, more }), ({ name }) => name === 'StructuredOutput');
  const answer = turn.calls.find(({ name }) => name === 'StructuredOutput');
  return { turn, criteria: answer?.input['criteria'] as Verdict[] };
}

function asReason({ key, reason, evidence, advice }: Verdict): string {
  const places = evidence.map(({ path, line, text }) => `  - ${path}:${line} ${text}`);
  return [
    '<failed_criteria>',
    `- ${key}: ${reason}`,
    ...places,
    `  What to do: ${advice}`,
    '</failed_criteria>',
  ].join('\n');
}

const paths = (turn: Turn, name: string) =>
  turn.calls
    .filter((call) => call.name === name)
    .map((call) => String(call.input['file_path']).slice(player.folder.length + 1));

describe.each([habits, 습관])('the plan of $title', (request) => {
  test('contradicts itself once; the verifier shows where, the rework repairs it', async () => {
    player = await createPlayer(demoScenario());
    await player.say(phasePrompt(1, request, [ASKING]));
    const { turn, criteria } = await verify(request);
    expect(paths(turn, 'Read')).toEqual(expect.arrayContaining([PRODUCT, ROADMAP]));
    const [failed] = criteria;
    if (!failed) throw new Error('no verdict');
    expect(failed).toMatchObject({ key: 'documents_agree', verdict: 'fail' });
    expect(failed.evidence.map(({ path }) => path)).toEqual([ROADMAP, PRODUCT]);
    for (const { path, line, text } of failed.evidence) {
      expect((await player.read(path)).split('\n')[line - 1]).toBe(text);
    }

    const before = await player.read(ROADMAP);
    const rework = await player.say(reworkPrompt(1, request, [asReason(failed)], 1));
    expect(paths(rework, 'Write')).toEqual([]);
    expect(paths(rework, 'Edit')).toEqual([ROADMAP]);
    expect(rework.text).toContain('=== PHASE 1 COMPLETE ===');
    const after = await player.read(ROADMAP);
    const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/^\| M3 /);

    const again = await verify(request);
    expect(again.criteria).toMatchObject([{ verdict: 'pass', advice: null }]);
    expect(again.criteria[0]?.evidence.length).toBeGreaterThan(0);
  });
});

test('a rework in a session that remembers nothing leaves no contradiction', async () => {
  player = await createPlayer(demoScenario());
  await player.say(phasePrompt(1, habits));
  const [failed] = (await verify(habits)).criteria;
  if (!failed) throw new Error('no verdict');
  await player.another().say(reworkPrompt(1, habits, [asReason(failed)], 1));
  expect((await verify(habits)).criteria).toMatchObject([{ verdict: 'pass' }]);
});

test('a document that a program finds wanting is written again', async () => {
  player = await createPlayer(demoScenario());
  await player.say(phasePrompt(2, habits));
  const failed =
    '<failed_criteria>\n- min_length: too short\n  - docs/design/04_api.md:3 short\n</failed_criteria>';
  const turn = await player.say(reworkPrompt(2, habits, [failed], 1));
  expect(paths(turn, 'Write')).toEqual(['docs/design/04_api.md']);
});

test('the verifier judges every criterion, and finds a report that is not true', async () => {
  player = await createPlayer(demoScenario());
  await player.say(phasePrompt(2, habits));
  const keys = ['screens_concrete', 'data_model_defined', 'made_up'];
  const { criteria } = await verify(habits, 2, keys, [
    'docs/design/01_screens.md',
    'docs/design/02_data_model.md',
  ]);
  expect(criteria.map(({ key, verdict }) => [key, verdict])).toEqual(keys.map((key) => [key, 'pass']));
  const report = { 'docs/testing/04_test_report.md': '# Report\n\nEverything that was run passed.\n' };
  await writeFiles(player.folder, report);
  const changes = '<changes>\n docs/testing/04_test_report.md | 40 ++++\n</changes>';
  const run = (passed: string) => `<test_run>\ncommand: npm test\npassed: ${passed}\n</test_run>`;
  const untrue = await verify(habits, 4, ['report_matches'], [], [changes, run('no')]);
  expect(untrue.criteria).toMatchObject([
    { verdict: 'fail', evidence: [{ path: Object.keys(report)[0], line: 3 }] },
  ]);
  const agreed = await verify(habits, 4, ['report_matches'], [], [changes, run('yes')]);
  expect(agreed.criteria).toMatchObject([{ verdict: 'pass' }]);
  await writeFiles(player.folder, {
    [Object.keys(report)[0] ?? '']: '# Report\n\nThere is no test command to run; the change was read.\n',
  });
  const denied = await verify(habits, 4, ['report_matches'], [], [changes, run('yes')]);
  expect(denied.criteria).toMatchObject([
    { verdict: 'fail', reason: expect.stringContaining('no test command'), evidence: [{ line: 3 }] },
  ]);
  const nothing = await verify(habits, 4, ['report_matches'], ['docs/none.md']);
  expect(nothing.criteria).toMatchObject([{ verdict: 'fail' }]);
});

describe('a review', () => {
  const API = 'docs/design/04_api.md';
  const SCREENS = 'docs/design/01_screens.md';

  test('has each requested change made at its place, and every remark answered', async () => {
    player = await createPlayer(demoScenario(), ['mcp__ccs__propose_resolution']);
    await player.say(phasePrompt(2, habits));
    const lines = (await player.read(SCREENS)).split('\n');
    const at = lines.findIndex((line) => line.startsWith('| Empty |'));
    const access = lines.findIndex((line) => line.startsWith('Two columns'));
    const turn = await player.say(
      reworkPrompt(2, habits, [
        remark('feedback_1', 'change requested', `line ${at + 9}`, {
          path: SCREENS,
          excerpt: lines[at] ?? '',
          body: 'Phase 3 (Development)\nName the button, please.',
        }),
        remark('feedback_2', 'change requested', `lines ${access + 1}-${access + 1}`, {
          path: SCREENS,
          excerpt: lines[access] ?? '',
          body: 'Change "640 px" to "700 px".',
        }),
        remark('feedback_3', 'change requested', 'the whole file', {
          path: API,
          body: 'Say how versions work.',
        }),
        remark('feedback_4', 'comment', 'line 1', { path: API, excerpt: '# API: Habits', body: 'Nice.' }),
        remark('feedback_5', 'change requested', 'the whole file', {
          path: 'docs/none.md',
          body: 'Where is it?',
        }),
      ]),
    );
    const changed = (await player.read(SCREENS)).split('\n');
    expect(changed[at]).toMatch(/^\| Empty \|.*“Phase 3 \(Development\) Name the button, please\.”\) \|$/);
    expect(changed[access]).toContain('about 700 px');
    expect(changed).toHaveLength(lines.length);
    expect(await player.read(API)).toMatch(/\n## Revised after review\n- “Say how versions work\.”\n$/);
    const proposals = turn.calls.filter(({ name }) => name === 'mcp__ccs__propose_resolution');
    expect(proposals.map(({ input }) => input['feedback_id'])).toEqual(
      [1, 2, 3, 4, 5].map((number) => `feedback_${number}`),
    );
    expect(proposals[3]?.input['note']).toContain('nothing had to change');
    expect(proposals[4]?.input['note']).toContain('could not be changed');
    expect(turn.text).toMatch(/^=== PHASE 2 COMPLETE ===$/m);
  });

  test('is not answered twice when the same request comes again after a crash', async () => {
    player = await createPlayer(demoScenario());
    await player.say(phasePrompt(2, habits));
    const prompt = reworkPrompt(2, habits, [
      remark('feedback_1', 'change requested', 'line 1', {
        path: API,
        excerpt: '# API: Habits',
        body: 'Shorter.',
      }),
    ]);
    await player.say(prompt, ({ name }) => name === 'Edit');
    const text = await player.read(API);
    const turn = await player.say(prompt);
    expect(turn.calls).toEqual([]);
    expect(await player.read(API)).toBe(text);
    const second = await player.say(
      prompt.replace('feedback_1', 'feedback_2').replace('Shorter.', 'Longer.'),
    );
    expect(paths(second, 'Edit')).toEqual([API]);
  });

  test('with a summary alone changes the first document', async () => {
    player = await createPlayer(demoScenario());
    await player.say(phasePrompt(2, 습관));
    const steps = `- 2.1 Screens → ${SCREENS}\n- 2.4 API → ${API}`;
    const summary = '<review_summary>\n더 구체적으로\n</review_summary>';
    await player.say(reworkPrompt(2, 습관, [summary, steps]));
    expect(await player.read(SCREENS)).toContain('## 검토 반영\n- “더 구체적으로”');
  });
});
