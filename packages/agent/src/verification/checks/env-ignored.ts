import { git, GitMissingError } from '../../workspace/git.ts';
import { fails, notChecked, passes } from '../results.ts';
import { type Check, inLanguage } from './check.ts';

/** Git ignores `.env` in the root of the workspace, because a .gitignore of the project says so. */
export const envIgnored: Check = async (key, { run: { language, workspacePath }, path }) => {
  try {
    // Exit code 1 also when the file is ignored but committed already.
    const { exitCode } = await git(workspacePath, ['check-ignore', '-q', '.env'], path);
    const rule = exitCode === 0 ? await ruleFor(workspacePath, path) : null;
    if (rule !== null) {
      return passes(
        key,
        inLanguage(language, {
          en: `Git ignores .env by ${rule}.`,
          ko: `${rule}에 따라 git이 .env를 무시합니다.`,
        }),
      );
    }
  } catch (error) {
    if (!(error instanceof GitMissingError)) throw error;
    return notChecked(
      key,
      inLanguage(language, { en: 'git is not installed.', ko: 'git이 설치되어 있지 않습니다.' }),
    );
  }
  return fails(
    key,
    inLanguage(language, {
      en: 'Git does not ignore .env, or has it already.',
      ko: 'git이 .env를 무시하지 않거나 이미 저장하고 있습니다.',
    }),
    [
      {
        path: '.gitignore',
        line: null,
        text: inLanguage(language, { en: 'no rule for .env', ko: '.env 규칙 없음' }),
      },
    ],
    inLanguage(language, {
      en: 'Add a line `.env` to .gitignore in the root of the project; if .env is committed, `git rm --cached .env`.',
      ko: '프로젝트 최상위 .gitignore에 `.env` 줄을 더하세요. .env가 이미 커밋되었다면 `git rm --cached .env`를 실행하세요.',
    }),
  );
};

/** Where the rule stands, as `.gitignore:3`; null when it comes from git's own settings, which do not travel with the project. */
async function ruleFor(workspace: string, path: string | undefined): Promise<string | null> {
  const { stdout } = await git(workspace, ['check-ignore', '-v', '.env'], path);
  return /^(?:\.\/)?(\.gitignore:\d+):/.exec(stdout)?.[1] ?? null;
}
