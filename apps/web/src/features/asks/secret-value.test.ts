import { MAX_SECRET_BYTES } from '@ccs/contract/vocabulary';
import { expect, test } from 'vitest';
import { pastedValue, valueProblem } from './secret-value.ts';

test('the line break around a copied value goes, those within it stay', () => {
  expect(pastedValue('sk-123\r\n')).toBe('sk-123');
  expect(pastedValue('-----BEGIN-----\r\nabc\n-----END-----\n')).toBe('-----BEGIN-----\nabc\n-----END-----');
});

test('refuses what the server refuses', () => {
  expect(valueProblem('')).toBe('blank');
  expect(valueProblem(' \n\t')).toBe('blank');
  expect(valueProblem('a\0b')).toBe('nul');
  expect(valueProblem('x'.repeat(MAX_SECRET_BYTES + 1))).toBe('long');
  expect(valueProblem('한'.repeat(MAX_SECRET_BYTES / 2))).toBe('long');
  expect(valueProblem('x'.repeat(MAX_SECRET_BYTES))).toBeNull();
});
