import { planningCriteria } from '@ccs/core/vocabulary/pipelines/criteria';
import { expect, test } from 'vitest';
import { criterionWords, testsEndWords } from './log-words.ts';
import { notChecked, passes } from './results.ts';

test('a result is said with the name of its criterion, in both languages', () => {
  expect(criterionWords(planningCriteria, passes('outputs_exist', 'All 9 are there.')).en).toBe(
    'Every output of the phase exists: pass. All 9 are there.',
  );
  expect(criterionWords(planningCriteria, passes('outputs_exist', '9개가 모두 있습니다.')).ko).toBe(
    '단계의 모든 산출물이 있음: 통과. 9개가 모두 있습니다.',
  );
  expect(criterionWords(planningCriteria, notChecked('documents_agree', 'Why.'))).toEqual({
    en: 'The documents agree with each other: not checked. Why.',
    ko: '문서들이 서로 일치함: 확인 못 함. Why.',
  });
});

test('how the tests of the project ended', () => {
  expect(testsEndWords('npm test', 1)).toEqual({
    en: '`npm test` ended with 1',
    ko: '`npm test` 종료: 종료 코드 1',
  });
  expect(testsEndWords('npm test', null).en).toBe('`npm test` ended with no exit code');
});
