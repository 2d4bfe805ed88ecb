import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import type { RunDesk } from '../executor/run-desk.ts';
import type { UsageByModel } from '../executor/usage-meter.ts';

/** Meters and logs how the verifier's turn ended. */
export function recordTurn(
  { usage, log }: Pick<RunDesk, 'usage' | 'log'>,
  result: Extract<SDKMessage, { type: 'result' }>,
): void {
  const { model_usage_since_last_result: sinceLastResult } = result as {
    model_usage_since_last_result?: UsageByModel;
  };
  usage.result({ sinceLastResult, turn: result.usage });
  const seconds = (result.duration_ms / 1000).toFixed(1);
  log('result', `${result.is_error ? 'The verifier failed' : 'The verifier ended'} after ${seconds} s`, {
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
