import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import type { ModelProvider } from '@ccs/core/vocabulary/statuses';
import { compactWords, retryWords, startWords } from './agent-words.ts';
import type { RunLog } from './run-log.ts';

/** Logs what Claude Code says about itself: how it started, that it retries, that it compacted the conversation. */
export function createSystemLog(log: RunLog, provider: ModelProvider): (message: SDKMessage) => void {
  let started = false;
  return (message) => {
    if (message.type !== 'system') return;
    // Each turn begins with `init`; the first one says it all.
    if (message.subtype === 'init' && !started) {
      started = true;
      const model = provider === 'demo' ? null : message.model;
      log('system', startWords(message.claude_code_version, model), {
        data: {
          event: 'init',
          model: message.model,
          version: message.claude_code_version,
          sessionId: message.session_id,
          tools: message.tools,
        },
      });
    } else if (message.subtype === 'api_retry') {
      const {
        attempt,
        max_retries: maxRetries,
        retry_delay_ms: delayMs,
        error_status: status,
        error,
      } = message;
      const why = status === null ? error : `${status} ${error}`;
      log('system', retryWords({ why, attempt, maxRetries, delayMs }), {
        data: { event: 'api_retry', attempt, maxRetries, delayMs, status, error },
      });
    } else if (message.subtype === 'compact_boundary') {
      const { trigger, pre_tokens: tokensBefore } = message.compact_metadata;
      log('system', compactWords(trigger, tokensBefore), {
        data: { event: 'compact_boundary', trigger, tokensBefore },
      });
    }
  };
}
