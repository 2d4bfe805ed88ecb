import { demoScenario, type Scenario, startScriptedModel } from '@ccs/scripted-model';
import { type ParkingAsk, parkingScenario } from '../park/parking-scenario.ts';

/**
 * What the model plays: the demo, or one answer whose lines of text come one by one, each `pauseMs` after the one
 * before, and then nothing more. A line is numbered: `mark 1 end`. Or nothing but requests to people.
 */
export type Play =
  | { readonly kind: 'demo' }
  | { readonly kind: 'lines'; readonly count: number; readonly pauseMs: number }
  | { readonly kind: 'parking'; readonly ask: ParkingAsk };

/** Characters of a line, its line break included. */
const LINE_LENGTH = 80;
const LONG_MS = 60_000;

function scenarioOf(play: Play): Scenario {
  if (play.kind === 'demo') return demoScenario();
  if (play.kind === 'parking') return parkingScenario(play.ask);
  let answered = false;
  const { count, pauseMs } = play;
  const text = Array.from({ length: count }, (_, index) =>
    `mark ${index + 1} end of what this line has to say `.padEnd(LINE_LENGTH - 1, '.').concat('\n'),
  ).join('');
  return {
    name: 'lines',
    reply() {
      if (answered) return { kind: 'silence', ms: LONG_MS };
      answered = true;
      return {
        kind: 'message',
        content: [{ type: 'text', text }],
        stopReason: 'end_turn',
        delivery: { delayMs: pauseMs, textChunk: LINE_LENGTH },
      };
    },
  };
}

const scenario = scenarioOf(JSON.parse(process.argv[2] ?? '') as Play);
const requests = new Map<string, number>();
const model = await startScriptedModel({
  scenario: {
    name: scenario.name,
    reply(request) {
      requests.set(request.sessionId, (requests.get(request.sessionId) ?? 0) + 1);
      return scenario.reply(request);
    },
  },
});
process.on('message', () => process.send?.([...requests.values()]));
process.on('disconnect', () => process.exit());
process.send?.(model.url);
