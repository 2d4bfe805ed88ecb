import type { LocalizedText } from '@ccs/core/vocabulary/language';

/*
 * What a task's log says of its workspace. Commits are shown with their first 12 digits.
 */

export function worktreeWords(branch: string, repository: string, commit: string): LocalizedText {
  const short = commit.slice(0, 12);
  return {
    en: `Working on branch ${branch}, in a worktree of ${repository} at commit ${short}.`,
    ko: `작업 브랜치: ${branch} (${repository} 저장소의 워크트리, 커밋 ${short}에서 시작)`,
  };
}

/** A folder inside a repository was given. */
export function subfolderWords(subfolder: string): LocalizedText {
  return {
    en: `The folder ${subfolder} of that repository is the one that was given.`,
    ko: `지정된 폴더: 그 저장소의 ${subfolder}`,
  };
}

export function uncommittedWords(count: number, repository: string): LocalizedText {
  const files = count === 1 ? '1 file' : `${count} files`;
  return {
    en: `Not taken along: ${files} of ${repository} with changes that are not committed.`,
    ko: `가져오지 않음: ${repository}의 커밋되지 않은 변경 파일 ${count}개`,
  };
}

/** @param url without a name and password */
export function cloneWords(branch: string, url: string, commit: string): LocalizedText {
  const short = commit.slice(0, 12);
  return {
    en: `Working on branch ${branch} of a clone of ${url} at ${short}.`,
    ko: `작업 브랜치: ${branch} (${url}의 복제본, 커밋 ${short}에서 시작)`,
  };
}

export function copyWords(folder: string, count: number): LocalizedText {
  const files = count === 1 ? '1 file' : `${count} files`;
  return {
    en: `Working on a copy of ${folder}: ${files}, without .git and node_modules.`,
    ko: `${folder} 폴더의 복사본에서 작업: 파일 ${count}개 (.git과 node_modules 제외)`,
  };
}

/** What a copy left out: links out of the folder, files that are no files, and what could not be read. */
export function notCopiedWords(left: {
  readonly links: number;
  readonly special: number;
  readonly unreadable: number;
}): readonly LocalizedText[] {
  const words: readonly (readonly [number, LocalizedText])[] = [
    [
      left.links,
      {
        en: 'links that lead out of the folder or are absolute',
        ko: '폴더 밖이나 절대 경로를 가리키는 링크',
      },
    ],
    [left.special, { en: 'sockets, pipes or devices', ko: '소켓, 파이프, 장치' }],
    [left.unreadable, { en: 'files or folders that could not be read', ko: '읽을 수 없는 파일이나 폴더' }],
  ];
  return words
    .filter(([count]) => count > 0)
    .map(([count, { en, ko }]) => ({
      en: `Not copied: ${count} ${en}.`,
      ko: `복사하지 않음: ${ko} ${count}개`,
    }));
}

export function commitFailedWords(message: string): LocalizedText {
  return { en: `A commit failed: ${message}`, ko: `커밋하지 못함: ${message}` };
}

/** Git could not tell which files a phase changed. */
export function changesUnknownWords(message: string): LocalizedText {
  return {
    en: `Git could not tell what changed, so all files are listed: ${message}`,
    ko: `Git으로 변경 사항을 알 수 없어 모든 파일을 표시함: ${message}`,
  };
}
