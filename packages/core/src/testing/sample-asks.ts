import type { DependencyAsk, QuestionAsk } from '../task/model/asks.ts';

/** A required question with options. */
export const aQuestion: QuestionAsk = {
  category: 'business',
  question: 'How will it earn money?',
  options: ['Subscription', 'Ads'],
  multiSelect: false,
  default: 'Ads',
  required: true,
  source: 'text',
  toolUseId: null,
  deferred: false,
};
/** A key that is required. */
export const aKey: DependencyAsk = {
  type: 'api_key',
  name: 'OPENAI_API_KEY',
  description: 'to call the API',
  required: true,
  permission: null,
  source: 'tool',
  toolUseId: null,
  deferred: false,
};
/** A command that waits for permission. */
export const aPermission: DependencyAsk = {
  ...aKey,
  type: 'permission',
  name: 'Bash',
  permission: { tool: 'Bash', summary: 'rm -rf build', callKey: 'c1', ruleKey: 'r1', rule: 'rm -rf build' },
};
