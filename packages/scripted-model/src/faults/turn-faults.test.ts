import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoScenario } from '../demo/demo-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startScriptedModel } from '../server/start-scripted-model.ts';
import { type ClaudePlace, type CliMessage, createClaudePlace } from '../testing/claude-cli.ts';
import { continuationPrompt, phasePrompt } from '../testing/phase-prompts.ts';
import {
  crlf,
  delivered,
  failedTools,
  fenced,
  hugeOutput,
  hugeText,
  indented,
  neverClaiming,
  preceded,
  reworded,
} from './turn-faults.ts';

const request = { title: 'Habits', prompt: 'streaks', language: 'en' as const };
let place: ClaudePlace;
beforeEach(async () => {
  place = await createClaudePlace();
});
afterEach(() => place.remove());

/** Play the prompts one after the other in one session; the messages of each turn. */
async function play(scenario: Scenario, ...prompts: string[]): Promise<CliMessage[][]> {
  const model = await startScriptedModel({ scenario });
  const turns: CliMessage[][] = [];
  try {
    for (const prompt of prompts) {
      const resume = turns[0]?.find((message) => message.session_id)?.session_id;
      turns.push(await place.run(model.url, prompt, resume ? { resume } : {}));
    }
  } finally {
    await model.close();
  }
  return turns;
}
const resultOf = (turn: CliMessage[] | undefined) => String(turn?.at(-1)?.result);
const design = phasePrompt(2, request);

describe('turns that misbehave, with the real Claude Code', () => {
  test('a fenced marker in the first turn, a real one in the second', { timeout: 60_000 }, async () => {
    const [first, second] = await play(reworded(demoScenario(), fenced), design, continuationPrompt(2, []));
    expect(resultOf(first)).toContain('```\n=== PHASE 2 COMPLETE ===\n```');
    expect(resultOf(second)).toMatch(/^=== PHASE 2 COMPLETE ===$/m);
    expect(resultOf(second)).not.toContain('```');
  });

  test('markers with CR LF, indented, in deltas of three characters', { timeout: 60_000 }, async () => {
    const scenario = delivered(reworded(reworded(demoScenario(), crlf), indented), { textChunk: 3 });
    const [turn] = await play(scenario, design);
    expect(resultOf(turn)).toContain('   === PHASE 2 COMPLETE ===\r\n');
  });

  test('work without a claim, turn after turn', { timeout: 60_000 }, async () => {
    const turns = await play(neverClaiming(demoScenario()), design, continuationPrompt(2, []));
    for (const turn of turns) expect(resultOf(turn)).not.toContain('PHASE 2 COMPLETE');
  });

  test('a megabyte of text, a long output and failed tools come before the phase', {
    timeout: 60_000,
  }, async () => {
    const moves = [...hugeText(1_000_000), ...hugeOutput(5000), ...failedTools()];
    const [turn = []] = await play(preceded(demoScenario(), moves), design);
    const blocks = turn.flatMap(
      (message) => (message['message'] as { content?: Block[] } | undefined)?.content ?? [],
    );
    expect(Math.max(...blocks.map((block) => block.text?.length ?? 0))).toBe(1_000_000);
    expect(blocks.filter((block) => block.is_error === true)).toHaveLength(2);
    expect(blocks.some((block) => JSON.stringify(block.content ?? '').includes('line 1 of the output'))).toBe(
      true,
    );
    expect(resultOf(turn)).toContain('=== PHASE 2 COMPLETE ===');
  });
});

interface Block {
  text?: string;
  is_error?: boolean;
  content?: unknown;
}

test('a pace slows the deltas down', async () => {
  const body = JSON.stringify({ stream: true, messages: [{ role: 'user', content: design }] });
  const timed = async (pace: number): Promise<number> => {
    const model = await startScriptedModel({ scenario: demoScenario(), pace });
    const before = performance.now();
    await (await fetch(`${model.url}/v1/messages`, { method: 'POST', body })).text();
    const took = performance.now() - before;
    await model.close();
    return took;
  };
  expect(await timed(20)).toBeGreaterThan((await timed(0)) + 100);
});
