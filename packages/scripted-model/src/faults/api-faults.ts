import type { Delivery, HttpErrorReply, MessageReply, Reply, Scenario } from '../scenario/scenario.ts';
import { strikes, type When } from './when.ts';

/** A failure of the API or of the line to it. */
export type ApiFault =
  /** 429 without any header that says for how long. */
  | { kind: 'rate_limit' }
  /** 429 with `retry-after`. */
  | { kind: 'rate_limit_retry_after'; seconds: number }
  /** 429 as a subscription gets it: rejected until `resetAt`, in epoch seconds. */
  | { kind: 'usage_limit'; resetAt: number }
  /** 529. */
  | { kind: 'overloaded' }
  /** 500. */
  | { kind: 'server_error' }
  /** The connection breaks off inside the first block of the message, or before the last one starts. */
  | { kind: 'cut'; where: 'inside_block' | 'between_blocks' }
  /** Nothing is answered, or the answer falls silent inside the first block, for `ms` milliseconds. */
  | { kind: 'silence'; where: 'before_headers' | 'inside_block'; ms: number }
  /** The message ends with stop_reason `refusal`. */
  | { kind: 'refusal' }
  /** The message ends in mid-sentence with stop_reason `max_tokens`. */
  | { kind: 'max_tokens' };

/** The scenario, with an API fault for some of its requests. Wrappers can be put around each other. */
export function failing(scenario: Scenario, fault: ApiFault, when: When = {}): Scenario {
  const name = `${scenario.name}+${JSON.stringify({ fault, when })}`;
  return {
    name,
    reply: (request) =>
      strikes(name, when, request) ? struck(fault, scenario, request) : scenario.reply(request),
  };
}

function struck(fault: ApiFault, scenario: Scenario, request: Parameters<Scenario['reply']>[0]): Reply {
  switch (fault.kind) {
    case 'rate_limit':
      return tooMany({});
    case 'rate_limit_retry_after':
      return tooMany({ 'retry-after': String(fault.seconds) });
    case 'usage_limit':
      return tooMany(usageLimitHeaders(fault.resetAt));
    case 'overloaded':
      return { kind: 'http_error', status: 529, type: 'overloaded_error', message: 'Overloaded' };
    case 'server_error':
      return { kind: 'http_error', status: 500, type: 'api_error', message: 'Internal server error' };
    case 'refusal':
      return { kind: 'message', content: [], stopReason: 'refusal' };
    case 'max_tokens':
      return {
        kind: 'message',
        content: [{ type: 'text', text: 'The next thing to do is' }],
        stopReason: 'max_tokens',
      };
    case 'silence':
      if (fault.where === 'before_headers') return { kind: 'silence', ms: fault.ms };
      return broken(scenario.reply(request), () => ({
        block: 0,
        inside: true,
        how: 'silence',
        silenceMs: fault.ms,
      }));
    case 'cut':
      return broken(scenario.reply(request), ({ content }) =>
        fault.where === 'inside_block'
          ? { block: 0, inside: true, how: 'cut' }
          : { block: Math.max(1, content.length - 1), inside: false, how: 'cut' },
      );
  }
}

function tooMany(headers: Record<string, string>): HttpErrorReply {
  const message = 'This request would exceed the rate limit of your organization.';
  return { kind: 'http_error', status: 429, type: 'rate_limit_error', message, headers };
}

function usageLimitHeaders(resetAt: number): Record<string, string> {
  const unified = 'anthropic-ratelimit-unified';
  return {
    [`${unified}-status`]: 'rejected',
    [`${unified}-reset`]: String(resetAt),
    [`${unified}-representative-claim`]: 'five_hour',
    [`${unified}-5h-status`]: 'rejected',
    [`${unified}-5h-reset`]: String(resetAt),
    [`${unified}-5h-utilization`]: '1',
    [`${unified}-7d-status`]: 'allowed',
    [`${unified}-7d-reset`]: String(resetAt + 3 * 86_400),
    [`${unified}-7d-utilization`]: '0.4',
    [`${unified}-overage-status`]: 'rejected',
    [`${unified}-overage-disabled-reason`]: 'org_level_disabled',
  };
}

function broken(reply: Reply, breakAt: (reply: MessageReply) => NonNullable<Delivery['breakAt']>): Reply {
  return reply.kind === 'message'
    ? { ...reply, delivery: { ...reply.delivery, breakAt: breakAt(reply) } }
    : reply;
}
