import type { Scenario } from '../scenario/scenario.ts';
import { type Call, type Move, nextMessage, resultOf } from '../scenario/script.ts';
import { misbehaving, type WhichTurns } from './when.ts';

/** Ways in which a variable can be printed: as it is, in pieces with pauses, or encoded. */
export type Leak = 'plain' | 'pieces' | 'base64' | 'url' | 'hex' | 'json';

const node = (expression: string): string =>
  `node -e 'const v = process.env.NAME; console.log(${expression})'`;
const COMMANDS: Record<Leak, string> = {
  plain: 'printenv NAME',
  pieces: `node -e 'const v = process.env.NAME; let n = 0; const next = () => { if (n < v.length) { process.stdout.write(v.slice(n, n + 3)); n += 3; setTimeout(next, 20); } }; next()'`,
  base64: node('Buffer.from(v).toString("base64")'),
  url: node('encodeURIComponent(v)'),
  hex: node('Buffer.from(v).toString("hex")'),
  json: node('JSON.stringify({ v })'),
};

/** Bash commands that print an environment variable, one message each. For `preceded`. */
export function printedVariable(name: string, ways: Leak[] = Object.keys(COMMANDS) as Leak[]): Move[] {
  return ways.map((way) => ({ say: `I look at ${name} (${way}).`, calls: [printing(name, way)] }));
}

/**
 * Before a phase's own work the agent prints a variable in every way and repeats in its text what was printed. With
 * `delivered(…, { textChunk: 3 })` around it the value comes split over many deltas.
 */
export function leaking(
  scenario: Scenario,
  name: string,
  { ways = Object.keys(COMMANDS) as Leak[], ...which }: WhichTurns & { ways?: Leak[] } = {},
): Scenario {
  return {
    name: `${scenario.name}+leaking ${name}`,
    reply: (request) => {
      const position = misbehaving({ times: Infinity, ...which }, request);
      if (position === undefined) return scenario.reply(request);
      const { conversation } = request;
      const printed = ways.map(
        (way) => resultOf(printing(name, way), conversation, position.since)?.text ?? '',
      );
      const repeat = { name: 'Bash', input: { command: 'true', description: 'Pause after repeating' } };
      const moves = [
        ...printedVariable(name, ways),
        { say: `It says:\n${printed.join('\n')}`, calls: [repeat] },
      ];
      const extra = nextMessage({ moves, closing: '' }, conversation, { since: position.since });
      return extra.stopReason === 'tool_use' ? extra : scenario.reply(request);
    },
  };
}

function printing(name: string, way: Leak): Call {
  const command = COMMANDS[way].replaceAll('NAME', name);
  return { name: 'Bash', input: { command, description: `Print ${name} (${way})` } };
}
