import type { CriterionResult } from '@ccs/core/task/model/verification-report';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import type { Criterion } from '@ccs/core/vocabulary/pipelines/criterion';

/*
 * What a task's log says of a verification.
 */

export const TESTS_START: LocalizedText = {
  en: "Running the project's tests",
  ko: '프로젝트의 테스트를 실행하는 중',
};

/** @param exitCode null = the command was ended, or never ran */
export function testsEndWords(command: string, exitCode: number | null): LocalizedText {
  return {
    en: `\`${command}\` ended with ${exitCode ?? 'no exit code'}`,
    ko: `\`${command}\` 종료: ${exitCode === null ? '종료 코드 없음' : `종료 코드 ${exitCode}`}`,
  };
}

const VERDICTS: Readonly<Record<CriterionResult['verdict'], LocalizedText>> = {
  pass: { en: 'pass', ko: '통과' },
  fail: { en: 'fail', ko: '미달' },
  not_checked: { en: 'not checked', ko: '확인 못 함' },
};

/** A result as a sentence, such as `No placeholder is left: pass. …`; the reason is in the task's language already. */
export function criterionWords(
  criteria: readonly Criterion[],
  { key, verdict, reason }: CriterionResult,
): LocalizedText {
  const name = criteria.find((criterion) => criterion.key === key)?.name ?? { en: key, ko: key };
  return {
    en: `${name.en}: ${VERDICTS[verdict].en}. ${reason}`,
    ko: `${name.ko}: ${VERDICTS[verdict].ko}. ${reason}`,
  };
}
