import { type Move, nextMessage } from '../scenario/script.ts';
import type { Block, Delivery, MessageReply, Reply, Scenario } from '../scenario/scenario.ts';
import { misbehaving, type WhichTurns } from './when.ts';

/** The scenario, sent in deltas of another size or pace. */
export function delivered(scenario: Scenario, delivery: Delivery): Scenario {
  return {
    name: `${scenario.name}+delivered`,
    reply: (request) => {
      const reply = scenario.reply(request);
      return reply.kind === 'message' ? { ...reply, delivery: { ...delivery, ...reply.delivery } } : reply;
    },
  };
}

/** Turns that end after `after` messages although the phase is not done. */
export function endingEarly(scenario: Scenario, which: WhichTurns & { after: number }): Scenario {
  return changing('ending early', scenario, which, (reply, { at, conversation }) => {
    const made = new Set(conversation.toolCalls.filter((call) => call.at > at).map((call) => call.at)).size;
    return made >= which.after ? words('I will stop here for now.') : reply;
  });
}

/** Turns that work on everything and end without claiming the phase. */
export function neverClaiming(scenario: Scenario, which: WhichTurns = { times: Infinity }): Scenario {
  return changing('never claiming', scenario, which, (reply) => {
    const content = reply.content
      .filter((block) => block.type === 'text' || block.name !== 'mcp__ccs__complete_phase')
      .map((block) =>
        block.type === 'text' ? { ...block, text: block.text.replace(PHASE_MARKER, 'Almost there.') } : block,
      );
    const goesOn = content.some((block) => block.type === 'tool_use');
    return { ...reply, content, stopReason: goesOn ? 'tool_use' : 'end_turn' };
  });
}

/** Turns that claim the phase at once, without having written anything. */
export function claimingWithoutFiles(scenario: Scenario, which: WhichTurns = {}): Scenario {
  return changing('claiming without files', scenario, which, (_, { phase }) =>
    words(`=== PHASE ${phase} COMPLETE ===`),
  );
}

/** Turns whose text is written differently: see `crlf`, `indented` and `fenced`. */
export function reworded(
  scenario: Scenario,
  change: (text: string) => string,
  which: WhichTurns = {},
): Scenario {
  return changing(`reworded by ${change.name}`, scenario, which, (reply) => ({
    ...reply,
    content: reply.content.map(
      (block): Block => (block.type === 'text' ? { ...block, text: change(block.text) } : block),
    ),
  }));
}

/** Lines end with CR LF. */
export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** Every line is indented. */
export const indented = (text: string): string => text.replace(/^|(?<=\n)/g, '   ');

/** Markers stand in fenced code blocks, where they are text and no signal. */
export const fenced = (text: string): string =>
  text.replace(ANY_MARKER, (marker) => `\`\`\`\n${marker}\n\`\`\``);

const PHASE_MARKER = /^=== PHASE \d+ COMPLETE ===$/gm;
const ANY_MARKER = /^=== (?:PHASE \d+|STEP \d+\.\d+) COMPLETE ===$/gm;

/** Extra messages before the scenario's own, in one phase: see `hugeText`, `hugeOutput` and `failedTools`. */
export function preceded(
  scenario: Scenario,
  moves: Move[],
  which: WhichTurns = { times: Infinity },
): Scenario {
  return {
    name: `${scenario.name}+preceded`,
    reply: (request) => {
      const position = misbehaving(which, request);
      if (position === undefined) return scenario.reply(request);
      const extra = nextMessage({ moves, closing: '' }, request.conversation, { since: position.since });
      return extra.stopReason === 'tool_use' ? extra : scenario.reply(request);
    },
  };
}

/** One message with a text of `bytes` ASCII characters. */
export function hugeText(bytes: number): Move[] {
  const line = 'All work and no play makes this a very long line of output indeed.\n';
  const say = line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes);
  return [{ say, calls: [bash('true', 'Pause after a long text')] }];
}

/** A Bash command that prints `lines` numbered lines. */
export function hugeOutput(lines: number): Move[] {
  return [
    {
      say: 'This prints a lot.',
      calls: [bash(`seq -f 'line %.0f of the output' ${lines}`, 'Print many lines')],
    },
  ];
}

/** Tool calls whose results are errors: an exit code and a file that does not exist. */
export function failedTools(): Move[] {
  const read = { name: 'Read', input: { file_path: 'no/such/file.md' } };
  return [
    {
      say: 'Two things that do not work.',
      calls: [bash('echo broken >&2; exit 3', 'Fail on purpose'), read],
    },
  ];
}

function bash(command: string, description: string) {
  return { name: 'Bash', input: { command, description } };
}

function words(text: string): MessageReply {
  return { kind: 'message', content: [{ type: 'text', text }], stopReason: 'end_turn' };
}

interface Turn {
  phase: number;
  /** Index of the message that began the turn. */
  at: number;
  conversation: Parameters<Scenario['reply']>[0]['conversation'];
}

function changing(
  name: string,
  scenario: Scenario,
  which: WhichTurns,
  change: (reply: MessageReply, turn: Turn) => MessageReply,
): Scenario {
  return {
    name: `${scenario.name}+${name}`,
    reply: (request): Reply => {
      const reply = scenario.reply(request);
      const position = misbehaving(which, request);
      if (position === undefined || reply.kind !== 'message') return reply;
      const at = position.prompts.at(-1)?.at ?? 0;
      return change(reply, { phase: position.phase, at, conversation: request.conversation });
    },
  };
}
