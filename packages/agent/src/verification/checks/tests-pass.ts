import type { CriterionResult, TestRun } from '@ccs/core/task/model/verification-report';
import type { Language } from '@ccs/core/vocabulary/language';
import { cut } from '../cut.ts';
import { fails, notChecked, passes } from '../results.ts';
import { inLanguage } from './check.ts';

const ADVICE_TAIL = 600;

/** How the tests ended; or the program that they need and that is not installed; null when there is no test command. */
export type TestOutcome = TestRun | { readonly missingProgram: string } | null;

/**
 * The project's tests, run by the platform, exited with 0. A project that was brought along and has no test command that
 * the platform knows is not checked; one that was made here must have one. Without the program that runs them nothing can be
 * said.
 */
export function testsPass(
  key: string,
  { tests, language, isBroughtAlong }: { tests: TestOutcome; language: Language; isBroughtAlong: boolean },
): CriterionResult {
  if (tests === null) {
    const reason = inLanguage(language, {
      en: 'No test command was found (such as npm test, pytest, go test, mvn test or make test).',
      ko: '테스트 명령(npm test, pytest, go test, mvn test, make test 등)을 찾지 못했습니다.',
    });
    if (isBroughtAlong) return notChecked(key, reason);
    const advice = inLanguage(language, {
      en: 'Give the project a test command: for Node, a `test` script in package.json.',
      ko: '프로젝트에 테스트 명령을 두세요. Node라면 package.json의 `test` 스크립트입니다.',
    });
    return fails(key, reason, [], advice);
  }
  if (!('command' in tests)) {
    const { missingProgram } = tests;
    const reason = inLanguage(language, {
      en: `The tests could not be run: \`${missingProgram}\` is not installed where the platform runs.`,
      ko: `플랫폼이 실행되는 곳에 \`${missingProgram}\`이(가) 설치되어 있지 않아 테스트를 실행하지 못했습니다.`,
    });
    return notChecked(key, reason);
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
