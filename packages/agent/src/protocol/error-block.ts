import { AGENT_ERROR_TYPES } from '@ccs/core/vocabulary/asks';
import type { BlockKind } from './block-reader.ts';
import { textValue, wordValue } from './block-values.ts';
import { wordProblem } from './problems.ts';

/** `[ERROR]` (platform specification D4). */
export const errorBlock: BlockKind<'type' | 'message' | 'details'> = {
  tag: 'ERROR',
  keys: ['type', 'message', 'details'],
  read(fields) {
    const type = wordValue(fields.get('type'), AGENT_ERROR_TYPES);
    if (type === undefined) return wordProblem('type', AGENT_ERROR_TYPES);
    const message = textValue(fields.get('message'));
    if (message === '') return 'Its message is missing.';
    return { kind: 'error', type, message, details: textValue(fields.get('details')) || null };
  },
};
