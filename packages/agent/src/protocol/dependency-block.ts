import { DEPENDENCY_TYPES } from '@ccs/core/vocabulary/asks';
import { envNameProblem } from '@ccs/core/vocabulary/env-names';
import type { BlockKind } from './block-reader.ts';
import { lineValue, textValue, wordValue, yesOrNoValue } from './block-values.ts';
import { REQUIRED_PROBLEM, wordProblem } from './problems.ts';

const MAX_NAME_LENGTH = 255;

/** `[DEPENDENCY_REQUEST]` (platform specification D1). */
export const dependencyBlock: BlockKind<'type' | 'name' | 'description' | 'required'> = {
  tag: 'DEPENDENCY_REQUEST',
  keys: ['type', 'name', 'description', 'required'],
  read(fields) {
    const type = wordValue(fields.get('type'), DEPENDENCY_TYPES);
    if (type === undefined) return wordProblem('type', DEPENDENCY_TYPES);
    const name = lineValue(fields.get('name'));
    if (name === '') return 'Its name is missing.';
    if (name.length > MAX_NAME_LENGTH) return `Its name is longer than ${MAX_NAME_LENGTH} characters.`;
    const nameProblem = type === 'api_key' || type === 'env_variable' ? envNameProblem(name) : null;
    if (nameProblem !== null) return nameProblem;
    const required = yesOrNoValue(fields.get('required'));
    if (required === undefined) return REQUIRED_PROBLEM;
    return { kind: 'dependency', type, name, description: textValue(fields.get('description')), required };
  },
};
