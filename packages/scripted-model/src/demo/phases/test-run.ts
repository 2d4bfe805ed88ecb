import type { ToolCall } from '../../conversation/conversation.ts';
import type { Values } from '../render.ts';

/** What a command printed and how it ended. */
export interface TestRun {
  ran: boolean;
  ok: boolean;
  exit: string;
  passed: string;
  failed: string;
  output: string;
}

/** Read the result of a test command, as the Bash tool gives it: `node --test` (`# pass 9`, `ℹ pass 9`) or the walk. */
export function readRun(result: ToolCall['result']): TestRun {
  const text = (result?.text ?? '').replace(/\u001b\[[0-9;]*m/g, '');
  const exit = /^Exit code (\d+)/m.exec(text)?.[1] ?? (result === undefined || result.isError ? '–' : '0');
  const walk = /^walk: (\d+) passed, (\d+) failed/m.exec(text);
  const passed = walk?.[1] ?? /^\s*[#ℹ] pass (\d+)/m.exec(text)?.[1] ?? '–';
  const failed = walk?.[2] ?? /^\s*[#ℹ] fail (\d+)/m.exec(text)?.[1] ?? '–';
  const ok = result !== undefined && !result.isError && Number(passed) > 0 && failed === '0';
  return { ran: result !== undefined, ok, exit, passed, failed, output: excerpt(text, walk !== null) };
}

/** The lines worth quoting: all of the walk; of the test runner its summary and what failed. */
function excerpt(text: string, isWalk: boolean): string {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  const telling = isWalk
    ? lines.filter((line) => /^(?:not )?ok |^walk:|^Exit code/.test(line))
    : lines.filter((line) =>
        /^\s*[#ℹ] (?:tests|pass|fail|cancelled|skipped|duration_ms) [\d.]+$|^not ok |^✖|^Exit code/.test(
          line,
        ),
      );
  const shown = telling.length > 0 ? telling : lines.filter((line) => line !== '').slice(-15);
  return (shown.slice(0, 30).join('\n') || '–').replace(/`{3,}/g, "'''");
}

const TEXTS = {
  en: {
    green: 'Everything that was planned was run, and everything that was run passed.',
    withheld: 'The tests were not run here: a person did not allow every command.',
    unknown: 'What was not run is not claimed to pass or to fail.',
    red: 'Not everything passed. The failures are quoted below.',
    clean: 'No test was skipped because of a failure, and no result was left out.',
    failing: 'The failed lines in the quotes below name what must be corrected before this version is used.',
    first: 'Run both commands before this version is used.',
    go: 'Version 1 can be used. The next step is to watch the measure named in the idea.',
    stop: 'Do not use this version yet. Correct the failures and repeat both commands.',
  },
  ko: {
    green: '계획한 것을 모두 실행했고, 실행한 것은 모두 통과했습니다.',
    withheld: '사람이 모든 명령을 허락하지는 않아 여기서 테스트를 실행하지 않았습니다.',
    unknown: '실행하지 않은 것은 통과했다고도 실패했다고도 하지 않습니다.',
    red: '모두 통과하지는 못했습니다. 실패한 내용을 아래에 옮겼습니다.',
    clean: '실패 때문에 건너뛴 테스트가 없으며, 빠뜨린 결과도 없습니다.',
    failing: '아래에 옮긴 실패 항목은 이 버전을 쓰기 전에 반드시 고쳐야 합니다.',
    first: '이 버전을 쓰기 전에 두 명령을 실행하십시오.',
    go: '버전 1을 사용할 수 있습니다. 다음 단계는 아이디어 문서의 지표를 지켜보는 것입니다.',
    stop: '아직 사용하지 마십시오. 실패를 고치고 두 명령을 다시 실행해야 합니다.',
  },
};

/** The values of the test report, all of them from the two runs. @param denied a person did not allow one of them. */
export function reportValues(
  tested: TestRun,
  walked: TestRun,
  { language, denied }: { language: 'en' | 'ko'; denied: boolean },
): Values {
  const texts = TEXTS[language];
  const ok = tested.ok && walked.ok;
  return {
    ...(denied
      ? { verdict: texts.withheld, remark: texts.unknown, recommendation: texts.first }
      : {
          verdict: ok ? texts.green : texts.red,
          remark: ok ? texts.clean : texts.failing,
          recommendation: ok ? texts.go : texts.stop,
        }),
    testExit: tested.exit,
    testPassed: tested.passed,
    testFailed: tested.failed,
    testOutput: tested.output,
    walkExit: walked.exit,
    walkPassed: walked.passed,
    walkFailed: walked.failed,
    walkOutput: walked.output,
  };
}
