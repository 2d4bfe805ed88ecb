import { addUsage, NO_USAGE, type Usage } from '@ccs/core/task/model/usage';

/** Token counts as the Messages API reports them with a message. */
export interface MessageUsage {
  readonly input_tokens?: number | null;
  readonly output_tokens?: number | null;
  readonly cache_creation_input_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
}

/** Token counts and cost per model as Claude Code's results carry them. */
export type UsageByModel = Readonly<
  Record<
    string,
    {
      readonly inputTokens?: number;
      readonly outputTokens?: number;
      readonly cacheCreationInputTokens?: number;
      readonly cacheReadInputTokens?: number;
      readonly costUSD?: number;
    }
  >
>;

/** The part of a result that tells usage. */
export interface ResultUsage {
  /** This turn, all models, subagents included; not in every version of Claude Code. */
  readonly sinceLastResult: UsageByModel | undefined;
  /** This turn, main loop only. */
  readonly turn: MessageUsage | undefined;
}

/**
 * Adds up what one run used. A result's `modelUsage` is cumulative over the whole session, resumes included, so the
 * run's share is the sum of the results' `model_usage_since_last_result`; without that field, of the main loop's usage
 * per turn (no cost). What was received after the last result (a killed turn) is added per distinct message id,
 * because every content block of a message repeats the message's usage; its cost is unknown and counts as 0.
 */
export class UsageMeter {
  #settled: Usage = NO_USAGE;
  readonly #open = new Map<string, MessageUsage>();

  /** The usage of a message as it is known so far; a later call for the same message replaces it. */
  message(id: string, usage: MessageUsage): void {
    this.#open.set(id, { ...this.#open.get(id), ...usage });
  }

  /** A turn ended: its result counts instead of its messages. */
  result({ sinceLastResult, turn }: ResultUsage): void {
    const used = sinceLastResult ? fromModels(sinceLastResult) : fromMessage(turn ?? {});
    this.#settled = addUsage(this.#settled, used);
    this.#open.clear();
  }

  total(): Usage {
    let total = this.#settled;
    for (const usage of this.#open.values()) total = addUsage(total, fromMessage(usage));
    return total;
  }
}

function fromMessage(usage: MessageUsage): Usage {
  return {
    inputTokens: usage.input_tokens ?? 0,
    outputTokens: usage.output_tokens ?? 0,
    cacheCreationInputTokens: usage.cache_creation_input_tokens ?? 0,
    cacheReadInputTokens: usage.cache_read_input_tokens ?? 0,
    costMicroUsd: 0,
  };
}

function fromModels(models: UsageByModel): Usage {
  return Object.values(models).reduce<Usage>(
    (sum, model) =>
      addUsage(sum, {
        inputTokens: model.inputTokens ?? 0,
        outputTokens: model.outputTokens ?? 0,
        cacheCreationInputTokens: model.cacheCreationInputTokens ?? 0,
        cacheReadInputTokens: model.cacheReadInputTokens ?? 0,
        costMicroUsd: Math.round((model.costUSD ?? 0) * 1_000_000),
      }),
    NO_USAGE,
  );
}
