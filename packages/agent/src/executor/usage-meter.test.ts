import { expect, test } from 'vitest';
import { UsageMeter } from './usage-meter.ts';

test('a message counts once, however many blocks repeat its usage', () => {
  const meter = new UsageMeter();
  for (let block = 0; block < 3; block += 1) {
    meter.message('msg_1', { input_tokens: 100, output_tokens: 1, cache_read_input_tokens: 7 });
  }
  meter.message('msg_1', { output_tokens: 44 });
  meter.message('msg_2', { input_tokens: 10, output_tokens: 2, cache_creation_input_tokens: null });
  expect(meter.total()).toEqual({
    inputTokens: 110,
    outputTokens: 46,
    cacheReadInputTokens: 7,
    cacheCreationInputTokens: 0,
    costMicroUsd: 0,
  });
});

test('a result replaces the messages of its turn; turns and models add up', () => {
  const meter = new UsageMeter();
  meter.message('msg_1', { input_tokens: 100, output_tokens: 1 });
  meter.result({
    sinceLastResult: {
      big: { inputTokens: 100, outputTokens: 50, costUSD: 0.0123456 },
      small: { inputTokens: 5, cacheReadInputTokens: 3, costUSD: 0.000001 },
    },
    turn: { input_tokens: 100, output_tokens: 50 },
  });
  meter.result({ sinceLastResult: { big: { inputTokens: 1, costUSD: 0.001 } }, turn: undefined });
  meter.message('msg_9', { input_tokens: 1000, output_tokens: 1 });
  expect(meter.total()).toEqual({
    inputTokens: 1106,
    outputTokens: 51,
    cacheReadInputTokens: 3,
    cacheCreationInputTokens: 0,
    costMicroUsd: 12_346 + 1 + 1_000,
  });
});

test('without usage per model the main loop counts, without cost', () => {
  const meter = new UsageMeter();
  meter.result({ sinceLastResult: undefined, turn: { input_tokens: 3, output_tokens: 4 } });
  expect(meter.total()).toMatchObject({ inputTokens: 3, outputTokens: 4, costMicroUsd: 0 });
});
