import { expect, test } from 'vitest';
import { ApiError } from '../../lib/api.ts';
import { fieldErrors } from './field-errors.ts';

const problem = (code: string, more: object) =>
  new ApiError(400, { type: '', title: 'Refused', status: 400, code, whatToDo: '', ...more });

test('what the server says stands at its field', () => {
  const errors = [
    { path: 'title', message: 'must have at most 200 characters' },
    { path: 'workspace.path', message: 'must be absolute' },
    { path: 'priority', message: 'unknown' },
  ];
  expect(fieldErrors(problem('validation_failed', { errors }))).toEqual({
    title: 'must have at most 200 characters',
    source: 'must be absolute',
  });
  expect(fieldErrors(problem('workspace_source_invalid', { detail: 'There is no such folder.' }))).toEqual({
    source: 'There is no such folder.',
  });
});

test('other failures belong to no field', () => {
  expect(fieldErrors(new Error('x'))).toEqual({});
  expect(fieldErrors(new ApiError(0, null))).toEqual({});
});
