import type { Block } from '../scenario/scenario.ts';

/** Token counts in the API's names. */
export interface Usage {
  input_tokens: number;
  cache_creation_input_tokens: number;
  cache_read_input_tokens: number;
  output_tokens: number;
}

/** A rough count, four characters a token, as plausible numbers need no tokenizer. */
export function tokensOf(characters: number): number {
  return Math.max(1, Math.ceil(characters / 4));
}

/**
 * Plausible usage of one message: the history up to the previous message counts as read from the cache, the newest
 * message as written to it.
 */
export function usageOf(requestCharacters: number, newCharacters: number, content: Block[]): Usage {
  const output = content.reduce(
    (sum, block) => sum + (block.type === 'text' ? block.text.length : JSON.stringify(block.input).length),
    0,
  );
  return {
    input_tokens: 4,
    cache_creation_input_tokens: tokensOf(newCharacters),
    cache_read_input_tokens: tokensOf(Math.max(0, requestCharacters - newCharacters)),
    output_tokens: tokensOf(output),
  };
}
