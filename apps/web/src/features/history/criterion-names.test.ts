import type { EventDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { criterionNames } from './criterion-names.ts';

const event = (payload: Record<string, unknown>) => ({ type: 'ReworkStarted', payload }) as EventDto;

test('what failed is named as people say it, and an unknown key stands as it is', () => {
  const failed = event({ phase: 1, failedCriteria: ['documents_agree', 'from_tomorrow'] });
  expect(criterionNames(failed, 'create_app', 'en')).toBe(
    'The documents agree with each other, from_tomorrow',
  );
  expect(criterionNames(failed, 'create_app', 'ko')).toBe('문서들이 서로 일치함, from_tomorrow');
});

test('other events name nothing', () => {
  expect(criterionNames(event({}), 'create_app', 'en')).toBeNull();
});
