import type { Query, SDKMessage, SDKUserMessage } from '@anthropic-ai/claude-agent-sdk';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { continuationPrompt, type Shortfall } from '../prompt/continuation-prompt.ts';
import type { InputQueue } from './input-queue.ts';
import type { AgentFact, MessageReader } from './message-reader.ts';
import { FILE_WRITING_TOOLS } from './permission-policy.ts';
import type { PhaseProgress } from './phase-progress.ts';
import type { RunLog } from './run-log.ts';
import type { UsageByModel, UsageMeter } from './usage-meter.ts';

type ResultMessage = Extract<SDKMessage, { type: 'result' }>;

/** How a conversation about a phase ended, before anybody judged why. */
export type ConversationEnd =
  | { readonly kind: 'completed' }
  | { readonly kind: 'incomplete'; readonly shortfall: Shortfall }
  | { readonly kind: 'error_result'; readonly result: ResultMessage }
  /** The stream ended without a result. */
  | { readonly kind: 'cut'; readonly thrown: unknown };

/** Tools after which files may have appeared. */
const WRITING_TOOLS = new Set([...FILE_WRITING_TOOLS, 'Bash', 'PowerShell', 'Agent', 'Task']);

/**
 * Follows a conversation until the phase is complete, cannot be completed, or fails. A turn that ends early is told
 * what is missing, at most `maxContinuations` times.
 * @param onClosing called once when nothing more will be said: Claude Code is expected to end by itself. It is told
 *   whether the phase is complete.
 */
export async function converse(options: {
  readonly messages: Query;
  readonly input: InputQueue<SDKUserMessage>;
  readonly phase: PhaseDefinition;
  readonly maxContinuations: number;
  readonly reader: MessageReader;
  readonly progress: PhaseProgress;
  readonly usage: UsageMeter;
  readonly log: RunLog;
  readonly room: () => Promise<void>;
  readonly onClosing: (isComplete: boolean) => void;
}): Promise<ConversationEnd> {
  const { input, phase, reader, progress, log } = options;
  let end: ConversationEnd | null = null;
  let continuations = 0;

  const take = async (facts: readonly AgentFact[]): Promise<void> => {
    for (const fact of facts) {
      if (fact.kind === 'tool_returned') {
        if (WRITING_TOOLS.has(fact.tool)) await progress.noticeFiles();
      } else if (fact.signal.kind !== 'step' && fact.signal.kind !== 'phase') {
        continue;
      } else if (fact.signal.phase !== phase.number) {
        log(
          'system',
          `Ignored a marker of phase ${fact.signal.phase}: phase ${phase.number} is being worked on`,
        );
      } else if (fact.signal.kind === 'step') await progress.claimStep(fact.signal.step, 'marker');
      else await progress.claimPhase();
    }
  };

  const endTurn = async (result: ResultMessage): Promise<void> => {
    await take(reader.endOfTurn());
    meter(options.usage, result);
    logResult(log, result);
    await progress.noticeFiles();
    const shortfall = await progress.shortfall();
    if (shortfall === null) end = { kind: 'completed' };
    else if (result.is_error) end = { kind: 'error_result', result };
    else if (continuations >= options.maxContinuations) end = { kind: 'incomplete', shortfall };
    else {
      continuations += 1;
      const prompt = continuationPrompt(phase, shortfall);
      log('prompt', prompt);
      input.push(userMessage(prompt));
      return;
    }
    input.end();
    options.onClosing(end.kind === 'completed');
  };

  try {
    for await (const message of options.messages) {
      if (message.type === 'result') {
        if (end === null) await endTurn(message);
      } else await take(reader.read(message));
      await options.room();
    }
  } catch (thrown) {
    // After an error result the stream throws, too: what it said before counts.
    return end ?? (await cutOff(reader, progress, take, thrown));
  }
  return end ?? (await cutOff(reader, progress, take, null));
}

/** The agent is gone in the middle of a turn; what it had claimed and written by then still counts. */
async function cutOff(
  reader: MessageReader,
  progress: PhaseProgress,
  take: (facts: readonly AgentFact[]) => Promise<void>,
  thrown: unknown,
): Promise<ConversationEnd> {
  await take(reader.endOfTurn());
  await progress.noticeFiles();
  return (await progress.shortfall()) === null ? { kind: 'completed' } : { kind: 'cut', thrown };
}

/** A message to the agent, as the SDK wants it. */
export function userMessage(text: string): SDKUserMessage {
  return { type: 'user', message: { role: 'user', content: text }, parent_tool_use_id: null };
}

function meter(usage: UsageMeter, result: ResultMessage): void {
  // Not in the SDK's types, but in every result since Claude Code 2.1.2xx; the meter copes without.
  const { model_usage_since_last_result: sinceLastResult } = result as {
    model_usage_since_last_result?: UsageByModel;
  };
  usage.result({ sinceLastResult, turn: result.usage });
}

function logResult(log: RunLog, result: ResultMessage): void {
  const seconds = (result.duration_ms / 1000).toFixed(1);
  const how = result.is_error ? 'The turn failed' : 'The turn ended';
  log('result', `${how} after ${seconds} s`, {
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
