import { ANSWER_TOOL, readVerification, type Verification } from '../conversation/verifier-prompt.ts';
import type { MessageReply, Reply, Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { failing } from './api-faults.ts';

/** How a verifier misbehaves. */
export type VerifierFault =
  /** Text instead of verdicts, also when Claude Code insists. */
  | 'silent'
  /** Verdicts in another shape, again and again. */
  | 'invalid_shape'
  /** The connection drops in mid-message, every time. */
  | 'crash'
  /** 429, every time. */
  | 'rate_limit'
  /** Passes everything without reading anything. */
  | 'approves'
  /** Fails every criterion, with the first line of the first file as evidence. */
  | 'rejects';

/** Which verifications a fault strikes. */
export interface WhichVerifications {
  /** Only those of this phase. Default: any. */
  phase?: number;
  /** How many to strike, after which they go well; each is a Claude session of its own. Default 1. */
  times?: number;
}

/** The scenario, with a verifier that misbehaves. What is no verification is left alone. */
export function misjudging(
  scenario: Scenario,
  fault: VerifierFault,
  which: WhichVerifications = {},
): Scenario {
  const name = `${scenario.name}+verifier ${JSON.stringify({ fault, which })}`;
  const limited = failing(scenario, { kind: 'rate_limit' }, { times: Infinity });
  return {
    name,
    reply: (request) => {
      const verification = readVerification(request.conversation);
      if (!verification || !isStruck(name, verification, which, request)) return scenario.reply(request);
      return fault === 'rate_limit'
        ? limited.reply(request)
        : struck(fault, verification, request.conversation.messageCount);
    },
  };
}

function isStruck(
  name: string,
  { phase }: Verification,
  which: WhichVerifications,
  { counters, sessionId }: ScenarioRequest,
): boolean {
  if (which.phase !== undefined && which.phase !== phase) return false;
  if (counters.take(sessionId, name) > 0) return counters.count(sessionId, `${name} struck`) > 0;
  // Counted over all sessions: each verification has its own.
  if (counters.take('', name) >= (which.times ?? 1)) return false;
  counters.take(sessionId, `${name} struck`);
  return true;
}

function struck(
  fault: Exclude<VerifierFault, 'rate_limit'>,
  { keys, paths }: Verification,
  at: number,
): Reply {
  switch (fault) {
    case 'silent':
      return words('I have looked at everything and it seems fine to me.');
    case 'crash':
      return { ...words('I begin to look.'), delivery: { breakAt: { block: 0, inside: true, how: 'cut' } } };
    case 'invalid_shape':
      return answer({ criteria: 'all of them pass' }, at);
    case 'approves':
      return answer({ criteria: keys.map((key) => verdict(key, 'pass', [])) }, at);
    case 'rejects': {
      const evidence = paths.slice(0, 1).map((path) => ({ path, line: 1, text: 'the first line' }));
      return answer({ criteria: keys.map((key) => verdict(key, 'fail', evidence)) }, at);
    }
  }
}

function verdict(key: string, outcome: 'pass' | 'fail', evidence: object[]): object {
  const advice = outcome === 'fail' ? 'Do it again, better.' : null;
  return { key, verdict: outcome, reason: 'This verifier does not look.', evidence, advice };
}

/** @param at how many messages there are: it makes the id of the call its own. */
function answer(input: Record<string, unknown>, at: number): MessageReply {
  const id = `toolu_verdict_${at}`;
  return {
    kind: 'message',
    content: [{ type: 'tool_use', id, name: ANSWER_TOOL, input }],
    stopReason: 'tool_use',
  };
}

function words(text: string): MessageReply {
  return { kind: 'message', content: [{ type: 'text', text }], stopReason: 'end_turn' };
}
