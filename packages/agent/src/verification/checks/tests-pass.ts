import type { CriterionResult, TestRun } from '@ccs/core/task/model/verification-report';
import type { Language } from '@ccs/core/vocabulary/language';
import { cut } from '../cut.ts';
import { fails, notChecked, passes } from '../results.ts';
import { inLanguage } from './check.ts';

const ADVICE_TAIL = 600;

/**
 * The project's tests, run by the platform, exited with 0. A project that was brought along and has no test command that
 * the platform knows is not checked; one that was made here must have one.
 */
export function testsPass(
  key: string,
  { tests, language, isBroughtAlong }: { tests: TestRun | null; language: Language; isBroughtAlong: boolean },
): CriterionResult {
  if (tests === null) {
    const reason = inLanguage(language, {
      en: 'No test command was found (npm test, pytest, go test, cargo test).',
      ko: '테스트 명령(npm test, pytest, go test, cargo test)을 찾지 못했습니다.',
    });
    if (isBroughtAlong) return notChecked(key, reason);
    const advice = inLanguage(language, {
      en: 'Give the project a test command: for Node, a `test` script in package.json.',
      ko: '프로젝트에 테스트 명령을 두세요. Node라면 package.json의 `test` 스크립트입니다.',
    });
    return fails(key, reason, [], advice);
  }
  const { command, exitCode, passed, outputTail } = tests;
  if (passed) {
    return passes(
      key,
      inLanguage(language, {
        en: `\`${command}\` exited with 0.`,
        ko: `\`${command}\`의 종료 코드가 0입니다.`,
      }),
    );
  }
  return fails(
    key,
    exitCode === null
      ? inLanguage(language, {
          en: `\`${command}\` could not be started or did not end in time.`,
          ko: `\`${command}\`을(를) 시작하지 못했거나 제시간에 끝나지 않았습니다.`,
        })
      : inLanguage(language, {
          en: `\`${command}\` exited with ${exitCode}.`,
          ko: `\`${command}\`의 종료 코드가 ${exitCode}입니다.`,
        }),
    [],
    inLanguage(language, {
      en: `Run \`${command}\` yourself and mend what fails. The end of its output:`,
      ko: `\`${command}\`을(를) 직접 실행해 실패를 고치세요. 출력의 끝부분:`,
    }) + `\n${cut(outputTail.trim().slice(-ADVICE_TAIL), ADVICE_TAIL)}`,
  );
}
