import { afterEach, describe, expect, test } from 'vitest';
import { readConversation } from '../conversation/conversation.ts';
import { demoScenario } from '../demo/demo-scenario.ts';
import { createCounters } from '../scenario/counters.ts';
import type { Reply, Scenario } from '../scenario/scenario.ts';
import { phasePrompt, type Request, verifierPrompt } from '../testing/phase-prompts.ts';
import { createPlayer, type Player } from '../testing/player.ts';
import { preceded } from './turn-faults.ts';
import {
  askingInSubagent,
  dependencyRequest,
  permissionNeeded,
  questionBlocks,
  questionCalls,
  userQuestions,
} from './asks.ts';
import { leaking } from './leaks.ts';
import { misjudging, type VerifierFault } from './verifier-faults.ts';

const habits: Request = { title: 'Habits', prompt: 'streaks', language: 'en' };

describe('a verifier that misbehaves', () => {
  const counters = createCounters();
  function ask(scenario: Scenario, sessionId: string, phase = 1): Reply {
    const prompt = verifierPrompt(phase, habits, { paths: ['docs/a.md'], keys: ['one', 'two'] });
    const body = { messages: [{ role: 'user', content: prompt }], tools: [{ name: 'StructuredOutput' }] };
    return scenario.reply({ conversation: readConversation(body), sessionId, counters });
  }
  const behaves = (reply: Reply) =>
    JSON.stringify(reply).includes('docs/a.md') && JSON.stringify(reply).includes('Read');

  test.each<[VerifierFault, object]>([
    ['silent', { stopReason: 'end_turn', content: [{ type: 'text' }] }],
    ['invalid_shape', { content: [{ name: 'StructuredOutput', input: { criteria: 'all of them pass' } }] }],
    ['crash', { delivery: { breakAt: { how: 'cut' } } }],
    ['rate_limit', { kind: 'http_error', status: 429 }],
    ['approves', { content: [{ input: { criteria: [{ key: 'one', verdict: 'pass' }, { key: 'two' }] } }] }],
    [
      'rejects',
      { content: [{ input: { criteria: [{ verdict: 'fail', evidence: [{ path: 'docs/a.md' }] }, {}] } }] },
    ],
  ])('%s, for one verification however often it asks', (fault, shape) => {
    const scenario = misjudging(demoScenario(), fault);
    expect(ask(scenario, `${fault} 1`)).toMatchObject(shape);
    expect(ask(scenario, `${fault} 1`)).toMatchObject(shape);
    expect(behaves(ask(scenario, `${fault} 2`))).toBe(true);
    expect(behaves(ask(scenario, `${fault} 2`))).toBe(true);
    expect(ask(scenario, `${fault} 1`)).toMatchObject(shape);
  });

  test('in one phase only, and as often as wanted', () => {
    const scenario = misjudging(demoScenario(), 'silent', { phase: 2, times: 2 });
    expect(behaves(ask(scenario, 'a', 1))).toBe(true);
    expect(['b', 'c', 'd'].map((session) => behaves(ask(scenario, session, 2)))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('an agent that asks', () => {
  let player: Player;
  afterEach(() => player.remove());
  const idea = ({ input }: { input: Record<string, unknown> }) =>
    String(input['file_path']).endsWith('01_idea.md');

  test.each([
    ['fifty questions by blocks', questionBlocks(50), 'Bash'],
    ['fifty questions by the tool', questionCalls(50, false), 'mcp__ccs__ask_user'],
    ['AskUserQuestion', userQuestions(4), 'AskUserQuestion'],
    ['for a variable, by a block', dependencyRequest('A_KEY', 'block'), 'Bash'],
    ['for a variable, in a sentence', dependencyRequest('A_KEY', 'sentence'), 'Bash'],
    ['for a variable, by the tool', dependencyRequest('A_KEY'), 'mcp__ccs__request_dependency'],
    ['for a permission', permissionNeeded('touch made'), 'Bash'],
  ])('%s, then works on', async (_, moves, tool) => {
    player = await createPlayer(preceded(demoScenario(), moves));
    const turn = await player.say(phasePrompt(1, habits), idea);
    expect(turn.calls[0]?.name).toBe(tool);
    expect(turn.calls.filter(({ name }) => name === tool)).toHaveLength(moves[0]?.calls.length ?? 0);
    expect(turn.text.match(/^\[USER_QUESTION\]$/gm)?.length ?? 0).toBe(
      _ === 'fifty questions by blocks' ? 50 : 0,
    );
    expect(turn.calls.some(idea)).toBe(true);
  });

  test('in a subagent', async () => {
    const scenario = askingInSubagent(demoScenario(), 'A_KEY', { phase: 1 });
    player = await createPlayer(scenario);
    const turn = await player.say(phasePrompt(1, habits), idea);
    const [start] = turn.calls;
    expect(start?.name).toBe('Agent');
    const body = { messages: [{ role: 'user', content: start?.input['prompt'] }] };
    const conversation = readConversation(body, 'agent-1');
    const reply = scenario.reply({ conversation, sessionId: 's', counters: createCounters() });
    expect(reply).toMatchObject({
      content: [{}, { name: 'mcp__ccs__request_dependency', input: { name: 'A_KEY' } }],
    });
  });

  test('for nothing, but prints a variable in every way and repeats it', async () => {
    player = await createPlayer(leaking(demoScenario(), 'PATH'));
    const turn = await player.say(phasePrompt(1, habits), idea);
    const value = process.env['PATH'] ?? '';
    for (const shape of [value, btoa(value), encodeURIComponent(value), Buffer.from(value).toString('hex')]) {
      expect(turn.text).toContain(shape);
    }
    expect(turn.text.split(value).length - 1).toBeGreaterThanOrEqual(3);
  });
});
