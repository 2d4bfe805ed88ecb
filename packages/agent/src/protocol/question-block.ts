import { QUESTION_CATEGORIES } from '@ccs/core/vocabulary/asks';
import { listValue } from './block-list.ts';
import type { BlockKind } from './block-reader.ts';
import { lineValue, textValue, wordValue, yesOrNoValue } from './block-values.ts';
import { REQUIRED_PROBLEM, wordProblem } from './problems.ts';

const MAX_OPTIONS = 20;

/** `[USER_QUESTION]` (platform specification D2). Without a category it is a choice, or without options a clarification. */
export const questionBlock: BlockKind<'category' | 'question' | 'options' | 'default' | 'required'> = {
  tag: 'USER_QUESTION',
  keys: ['category', 'question', 'options', 'default', 'required'],
  read(fields) {
    const options = listValue(fields.get('options'));
    if (options.length > MAX_OPTIONS) return `It offers more than ${MAX_OPTIONS} options.`;
    const usual = options.length > 0 ? 'choice' : 'clarification';
    const hasCategory = lineValue(fields.get('category')) !== '';
    const category = hasCategory ? wordValue(fields.get('category'), QUESTION_CATEGORIES) : usual;
    if (category === undefined) return wordProblem('category', QUESTION_CATEGORIES);
    const question = textValue(fields.get('question'));
    if (question === '') return 'Its question is missing.';
    const required = yesOrNoValue(fields.get('required'));
    if (required === undefined) return REQUIRED_PROBLEM;
    const fallback = textValue(fields.get('default'));
    const isGiven = fallback !== '' && fallback.toLowerCase() !== 'null';
    return { kind: 'question', category, question, options, default: isGiven ? fallback : null, required };
  },
};
