import type { TaskDto } from '@ccs/contract';

/** All tokens that went through the model for a task. */
export function totalTokens({ usage }: TaskDto): number {
  const { inputTokens, outputTokens, cacheCreationInputTokens, cacheReadInputTokens } = usage;
  return inputTokens + outputTokens + cacheCreationInputTokens + cacheReadInputTokens;
}
