import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import type { RunDesk } from './run-desk.ts';
import { turnWords } from './agent-words.ts';
import type { UsageByModel } from './usage-meter.ts';

/** Meters and logs how a turn ended. */
export function recordResult(
  { usage, log }: Pick<RunDesk, 'usage' | 'log'>,
  result: Extract<SDKMessage, { type: 'result' }>,
): void {
  // Not in the SDK's types, but in every result since Claude Code 2.1.2xx; the meter copes without.
  const { model_usage_since_last_result: sinceLastResult } = result as {
    model_usage_since_last_result?: UsageByModel;
  };
  usage.result({ sinceLastResult, turn: result.usage });
  const seconds = (result.duration_ms / 1000).toFixed(1);
  log('result', turnWords(seconds, result.is_error), {
    isError: result.is_error,
    data: {
      subtype: result.subtype,
      terminalReason: result.terminal_reason,
      numTurns: result.num_turns,
      durationMs: result.duration_ms,
      usage: result.usage,
      sessionCostUsd: result.total_cost_usd,
    },
  });
}
