import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench } from '../testing/bench.ts';
import { inOrder, say, write } from '../testing/play.ts';
import type { Scenario } from '../testing/scripted.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

async function open(scenario: Scenario, changes = {}): Promise<Bench> {
  bench = await openBench(scenario, changes);
  return bench;
}

const IDEA = 'docs/planning/01_idea.md';
const MARKET = 'docs/planning/02_market.md';

test('runs a phase to its completion', async () => {
  const { run } = await open(
    inOrder(
      say('I start with the idea.\n', write(IDEA)),
      say('=== STEP 1.1 COMPLETE ===\n', write(MARKET)),
      say(
        `=== STEP 1.2 COMPLETE ===\nAll done.\n\n=== PHASE 1 COMPLETE ===\nDocuments:\n- ${IDEA}\n- ${MARKET}\n`,
      ),
    ),
  );
  const result = await run();
  console.log(JSON.stringify(result, null, 1).slice(0, 9000));
  expect(result.outcome).toBe('completed');
});
