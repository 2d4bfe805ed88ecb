import type { Verification } from '../conversation/verifier-prompt.ts';
import { type Evidence, linesLike, type ReadFile } from './read-file.ts';

/** What is said of a test report. */
type Judgement =
  | { verdict: 'pass'; reason: string }
  | { verdict: 'fail'; reason: string; evidence: Evidence[]; advice: string };

const CLAIMS_SUCCESS =
  /everything that was run passed|tests of the project pass|test command of the project ended well|모두 통과했습니다|테스트가 통과했습니다|테스트 명령이 정상으로 끝났습니다/i;
const CLAIMS_FAILURE =
  /not everything passed|did not end as it should|통과하지는 못했습니다|정상으로 끝나지 않았습니다/i;
const CLAIMS_NO_COMMAND =
  /\bno (?:test )?command (?:to run|that runs)|\bno test command|테스트 명령이 없|테스트를 실행하는 명령은 없/i;
const SAYS_NOT_RUN = /tests were not run here|no tests were run here|여기서 테스트를 실행하지 않았/i;

const TEXTS = {
  en: {
    agrees: 'The report names the command and the outcome that the platform’s own run shows.',
    agreesWithout: 'The outcome in the report is that of the platform’s own run.',
    notRun:
      'The report says openly that its author ran no tests, and claims no outcome that the platform’s own run contradicts.',
    noRun: 'The platform ran no tests, so there is nothing that the report could contradict.',
    noCommand: 'The report says that there is no test command, but the platform ran one.',
    other: 'The report tells another outcome than the platform’s own run.',
    again: 'Run the tests again and report what really happened.',
  },
  ko: {
    agrees: '보고서의 명령과 결과가 플랫폼이 직접 실행한 것과 같습니다.',
    agreesWithout: '보고서의 결과가 플랫폼이 직접 실행한 것과 같습니다.',
    notRun:
      '보고서가 테스트를 실행하지 않았다고 밝혔고, 플랫폼이 실행한 결과와 어긋나는 주장을 하지 않습니다.',
    noRun: '플랫폼이 실행한 테스트가 없어 보고서와 어긋날 것이 없습니다.',
    noCommand: '보고서는 테스트 명령이 없다고 하지만 플랫폼은 테스트를 실행했습니다.',
    other: '보고서의 결과가 플랫폼이 직접 실행한 결과와 다릅니다.',
    again: '테스트를 다시 실행하고 보고서에 실제 결과를 적으세요.',
  },
};

/** Whether a test report agrees with the platform's own run of the tests. */
export function judgeReport(files: ReadFile[], { tests, brief }: Verification): Judgement {
  const texts = TEXTS[brief.language];
  if (tests === undefined) return { verdict: 'pass', reason: texts.noRun };
  const fails = (reason: string, evidence: Evidence[]): Judgement[] =>
    evidence.length > 0 ? [{ verdict: 'fail', reason, evidence, advice: texts.again }] : [];
  const [failed] = [
    ...fails(texts.noCommand, linesLike(CLAIMS_NO_COMMAND, files)),
    ...fails(texts.other, linesLike(tests.passed ? CLAIMS_FAILURE : CLAIMS_SUCCESS, files)),
  ];
  if (failed) return failed;
  if (linesLike(SAYS_NOT_RUN, files).length > 0) return { verdict: 'pass', reason: texts.notRun };
  const isNamed = files.some(({ lines }) => lines.some((line) => line.includes(tests.command)));
  return { verdict: 'pass', reason: isNamed ? texts.agrees : texts.agreesWithout };
}
