import { expect, test } from 'vitest';
import { createProtocolParser } from './parser.ts';

const MEBIBYTE = 1024 * 1024;

/** Seconds of processor time for so much of a text that repeats this unit. */
function time(unit: string, megabytes: number): number {
  const piece = unit.repeat(Math.ceil(65_536 / unit.length));
  const parser = createProtocolParser();
  const started = process.cpuUsage().user;
  for (let size = 0; size < megabytes * MEBIBYTE; size += piece.length) parser.feed(piece);
  parser.endOfTurn();
  return (process.cpuUsage().user - started) / 1e6;
}

test.each([
  ['no line break', 'x'],
  ['only [', '['],
  ['only backticks', '`'],
  ['only spaces', ' '],
  ['long lines of =', `${'='.repeat(4000)}\n`],
  ['lines that are nearly markers', '=== STEP 1.x\n'],
  ['fences', '```\n'],
  ['list markers', `${'- '.repeat(500)}\n`],
  ['openings', '[USER_QUESTION]\n'],
  ['openings as code', '`[ERROR]`\n'],
  ['closings', '[/ERROR]\n'],
  ['keys', 'type: a\n'],
  ['whole blocks', '[USER_QUESTION]\nquestion: a\noptions:\n- a\n[/USER_QUESTION]\n'],
  ['a value of many lines', `[ERROR]\nmessage: a\n${'b\n'.repeat(7000)}[/ERROR]\n`],
  ['a list of commas', `[USER_QUESTION]\nquestion: a\noptions: [${','.repeat(16_000)}]\n[/USER_QUESTION]\n`],
  ['names', `need ${'A_B '.repeat(147)}\n`],
  ['half a name', `need ${'A_'.repeat(295)}a\n`],
  ['many sentences', `need ${'. '.repeat(290)}A_KEY\n`],
  ['code around a name', `need ${'``x`'.repeat(143)}A_KEY\n`],
  ['nearly a request, Korean', `${'가 '.repeat(280)}A_KEY 필요\n`],
  ['nearly a request', `I need${' the'.repeat(140)} A_KEY\n`],
])('time grows with the length, not faster: %s', (_, unit) => {
  time(unit, 1);
  const small = Math.max(time(unit, 2), 0.005);
  // Four times the text. A parser of quadratic time would need sixteen times as long.
  expect(time(unit, 8) / small).toBeLessThan(10);
});
