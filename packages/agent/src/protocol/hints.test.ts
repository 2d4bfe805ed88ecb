import { expect, test } from 'vitest';
import { findHints } from './hints.ts';
import { createProtocolParser } from './parser.ts';

test.each([
  ['OPENAI_API_KEY 환경 변수가 필요합니다', 'OPENAI_API_KEY', 'env_variable'],
  ['OPENAI_API_KEY 환경변수가 필요합니다.', 'OPENAI_API_KEY', 'env_variable'],
  ['`OPENAI_API_KEY` 환경 변수를 설정해 주세요.', 'OPENAI_API_KEY', 'env_variable'],
  ['DATABASE_URL 환경변수를 설정해야 합니다', 'DATABASE_URL', 'env_variable'],
  ['FIGMA_ACCESS_TOKEN이 필요합니다.', 'FIGMA_ACCESS_TOKEN', 'api_key'],
  ['OPENAI_API_KEY가 필요해요', 'OPENAI_API_KEY', 'api_key'],
  ['OPENAI_API_KEY를 입력해 주세요.', 'OPENAI_API_KEY', 'api_key'],
  ['OPENAI_API_KEY을(를) 제공해 주십시오', 'OPENAI_API_KEY', 'api_key'],
  ['OPENAI_API_KEY API 키가 필요합니다', 'OPENAI_API_KEY', 'api_key'],
  ['OPENAI_API_KEY용 API 키가 꼭 필요합니다', 'OPENAI_API_KEY', 'api_key'],
  ['API 키 OPENAI_API_KEY가 필요합니다', 'OPENAI_API_KEY', 'api_key'],
  ['환경 변수 REDIS_HOST가 필요합니다', 'REDIS_HOST', 'env_variable'],
  ['계속 진행하려면 OPENAI_API_KEY 환경 변수가 필요합니다.', 'OPENAI_API_KEY', 'env_variable'],
  ['Need API key for FIGMA_ACCESS_TOKEN', 'FIGMA_ACCESS_TOKEN', 'api_key'],
  ['need an API key for FIGMA_ACCESS_TOKEN.', 'FIGMA_ACCESS_TOKEN', 'api_key'],
  ['I need the API key for OPENAI_API_KEY to continue.', 'OPENAI_API_KEY', 'api_key'],
  ['To continue, I need the API key for **OPENAI_API_KEY**.', 'OPENAI_API_KEY', 'api_key'],
  ['I need OPENAI_API_KEY', 'OPENAI_API_KEY', 'api_key'],
  ['This step requires the STRIPE_SECRET_KEY environment variable.', 'STRIPE_SECRET_KEY', 'env_variable'],
  ['Requires the DATABASE_URL env variable', 'DATABASE_URL', 'env_variable'],
  ['Please set the `REDIS_HOST` environment variable.', 'REDIS_HOST', 'env_variable'],
  ['Please provide SLACK_BOT_TOKEN so that I can post.', 'SLACK_BOT_TOKEN', 'api_key'],
  ['The SLACK_BOT_TOKEN environment variable is required.', 'SLACK_BOT_TOKEN', 'env_variable'],
])('%s', (sentence, name, type) => {
  expect(findHints(sentence)).toEqual([
    { kind: 'hint', name, type, sentence: sentence.replace(/[`*]/g, '') },
  ]);
});

test.each([
  'The build does not need an API key for OPENAI_API_KEY.',
  "I don't need the OPENAI_API_KEY environment variable.",
  'OPENAI_API_KEY is set.',
  'The OPENAI_API_KEY environment variable is not required.',
  'The OPENAI_API_KEY environment variable was required.',
  'I needed the API key for OPENAI_API_KEY.',
  'If you want pictures, I need the API key for OPENAI_API_KEY.',
  'I need the API key for OPENAI_API_KEY only when it is deployed.',
  'Does this need the API key for OPENAI_API_KEY?',
  'To run the app, set the DATABASE_URL environment variable.',
  'The loop needs MAX_RETRIES',
  'I need MAX_RETRIES',
  'I need OPENAI_API_KEY and FIGMA_ACCESS_TOKEN',
  'I need the PATH environment variable',
  'Please set the LD_LIBRARY_PATH environment variable',
  'I need the API key for OPENAI',
  'I need the API key for openai_api_key',
  '- OPENAI_API_KEY 환경 변수가 필요합니다',
  '> OPENAI_API_KEY 환경 변수가 필요합니다',
  '# OPENAI_API_KEY 환경 변수가 필요합니다',
  '| OPENAI_API_KEY 환경 변수가 필요합니다 |',
  '`OPENAI_API_KEY 환경 변수가 필요합니다`',
  'The app logs `I need the API key for OPENAI_API_KEY`.',
  'OPENAI_API_KEY 환경 변수가 필요하지 않습니다',
  'OPENAI_API_KEY 환경 변수는 필요 없습니다',
  'OPENAI_API_KEY 환경 변수가 필요했습니다',
  'OPENAI_API_KEY 환경 변수가 필요할 수 있습니다',
  'OPENAI_API_KEY 환경 변수가 이미 있어 필요합니다',
  '만약 배포하려면 OPENAI_API_KEY 환경 변수가 필요합니다',
  'MAX_RETRIES가 필요합니다',
  'OPENAI_API_KEY 환경 변수를 읽습니다',
])('not: %s', (sentence) => {
  expect(findHints(sentence)).toEqual([]);
});

test('a sentence is found among others, and in a text only outside of code', () => {
  const parser = createProtocolParser();
  const found = parser.feed(
    'All documents are there. Need API key for FIGMA_ACCESS_TOKEN. I will wait.\n```\nOPENAI_API_KEY 환경 변수가 필요합니다\n```\n',
  );
  expect(found).toEqual([
    {
      kind: 'hint',
      name: 'FIGMA_ACCESS_TOKEN',
      type: 'api_key',
      sentence: 'Need API key for FIGMA_ACCESS_TOKEN.',
    },
  ]);
  expect(parser.feed('Need API key ')).toEqual([]);
  parser.messageBoundary();
  expect(parser.feed('for FIGMA_ACCESS_TOKEN\n')).toMatchObject([
    { kind: 'hint', name: 'FIGMA_ACCESS_TOKEN' },
  ]);
});

test('what stands in a block is not a hint', () => {
  const parser = createProtocolParser();
  parser.feed(
    '[ERROR]\ntype: execution_failed\nmessage: stopped\ndetails:\nNeed API key for FIGMA_ACCESS_TOKEN\n',
  );
  expect(parser.feed('[/ERROR]\n')).toMatchObject([{ kind: 'error' }]);
});
