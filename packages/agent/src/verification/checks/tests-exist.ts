import { fileKind } from '../../workspace/file-kind.ts';
import { listFiles } from '../../workspace/list-files.ts';
import { fails, passes } from '../results.ts';
import { readWorkspaceFile } from '../read-workspace-file.ts';
import { type Check, inLanguage } from './check.ts';

/** Words by which tests of the common languages are known. */
const TEST_WORDS =
  /\b(?:test|it|describe|assert\w*|expect|should|EXPECT_\w+)\s*[(.!]|\bdef test|\bfunc Test|#\[(?:\w+::)?test\]|@Test\b|\[(?:Fact|Test|TestMethod)\]|\bTEST(?:_F)?\(/;

/** At least one file is a test and tests something. */
export const testsExist: Check = async (key, { run: { language, workspacePath }, signal }) => {
  const empty: string[] = [];
  for await (const path of listFiles(workspacePath)) {
    if (signal.aborted) break;
    if (fileKind(path) !== 'test') continue;
    const file = await readWorkspaceFile(workspacePath, path);
    if (file && !file.isBinary && TEST_WORDS.test(file.text)) {
      return passes(
        key,
        inLanguage(language, {
          en: `There are tests, as in ${path}.`,
          ko: `테스트가 있습니다. 예: ${path}.`,
        }),
      );
    }
    empty.push(path);
  }
  return fails(
    key,
    empty.length === 0
      ? inLanguage(language, { en: 'There is no test file.', ko: '테스트 파일이 없습니다.' })
      : inLanguage(language, {
          en: 'There are test files, but none tests anything.',
          ko: '테스트 파일은 있지만 시험하는 것이 없습니다.',
        }),
    empty.map((path) => ({
      path,
      line: null,
      text: inLanguage(language, { en: 'no test in it', ko: '테스트 없음' }),
    })),
    inLanguage(language, {
      en: 'Write automated tests of what the project does, and make its test command run them.',
      ko: '프로젝트가 하는 일을 시험하는 자동 테스트를 쓰고 테스트 명령으로 실행되게 하세요.',
    }),
  );
};
