import type { Reply, Scenario } from '@ccs/scripted-model';

/** How a person is asked: by a block of text, by Claude Code's own tool (whose call is held back), or for a key. */
export type ParkingAsk = 'question' | 'ask_user_question' | 'dependency';

/** A model that does nothing but ask: each time it says `mark N end` (N counts from 1) and asks for the N-th time. */
export function parkingScenario(ask: ParkingAsk): Scenario {
  return {
    name: `parking by ${ask}`,
    reply({ conversation }) {
      const number = conversation.said.filter(({ text }) => /mark \d+ end/.test(text)).length + 1;
      return asking(ask, number);
    },
  };
}

function asking(ask: ParkingAsk, number: number): Reply {
  const mark = `mark ${number} end\n`;
  if (ask === 'question') {
    const block = `[USER_QUESTION]\ncategory: clarification\nquestion: ${words(number)}\nrequired: true\n[/USER_QUESTION]\n`;
    return {
      kind: 'message',
      content: [{ type: 'text', text: `${mark}${block}` }],
      stopReason: 'end_turn',
    };
  }
  const call =
    ask === 'dependency'
      ? { name: 'mcp__ccs__request_dependency', input: dependency(number) }
      : { name: 'AskUserQuestion', input: userQuestion(number) };
  return {
    kind: 'message',
    content: [
      { type: 'text', text: mark },
      { type: 'tool_use', id: `toolu_parking_${number}`, ...call },
    ],
    stopReason: 'tool_use',
  };
}

function words(number: number): string {
  return `What shall I do, for the time ${number}?`;
}

function dependency(number: number): Record<string, unknown> {
  return {
    type: 'env_variable',
    name: `BENCH_VALUE_${number}`,
    description: 'For a benchmark.',
    required: true,
  };
}

function userQuestion(number: number): Record<string, unknown> {
  const options = ['First', 'Second'].map((label) => ({ label, description: `The ${label} one` }));
  return { questions: [{ question: words(number), header: 'Choice', multiSelect: false, options }] };
}
