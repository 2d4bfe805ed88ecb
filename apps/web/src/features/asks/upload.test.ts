import { MAX_UPLOAD_BYTES } from '@ccs/contract';
import { expect, test } from 'vitest';
import { MAX_BYTES, uploadPath } from './upload.ts';

test('an upload goes where the agent asked for it, if it named a file', () => {
  expect(uploadPath('data/customers.csv', 'export (1).csv')).toBe('data/customers.csv');
  expect(uploadPath('customer list', 'export.csv')).toBe('uploads/export.csv');
  expect(uploadPath('logo', 'logo.svg')).toBe('uploads/logo.svg');
});

test('the limit is the one of the server', () => {
  expect(MAX_BYTES).toBe(MAX_UPLOAD_BYTES);
});
