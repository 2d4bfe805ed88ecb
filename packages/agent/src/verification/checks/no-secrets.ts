import type { Evidence } from '@ccs/core/task/model/verification-report';
import { createRedactor, type Redact } from '../../executor/redactor.ts';
import { jsonTexts } from '../../executor/secret-parts.ts';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import { readWorkspaceFile } from '../read-workspace-file.ts';
import { fails, MAX_EVIDENCE, passes } from '../results.ts';
import { type Check, inLanguage } from './check.ts';
import { filesOfTheWork } from './scanned-files.ts';
import { NO_LEAKS, secretsInCommits } from './secrets-in-commits.ts';

/** Enough to show; a project full of credentials needs no complete list. */
const ENOUGH = 50;
const MIN_LENGTH = 8;
/** Twenty or more characters in a row with digits among letters, or an id in groups. */
const RANDOM =
  /(?=[A-Za-z0-9+=_]{0,200}\d)(?=[A-Za-z0-9+=_]{0,200}[A-Za-z])[A-Za-z0-9+=_]{20}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * No file of the project holds a value that a person gave to this task, in any encoding, or a credential of a known kind; and
 * no commit of the task added such a value. Files that git ignores do not count: they stay on this machine.
 */
export const noSecrets: Check = async (key, context) => {
  const { run, path, signal } = context;
  const { language, workspacePath, environment } = run;
  const values = Object.values(environment).filter(isTelling).flatMap(tellingTexts);
  const redact = createRedactor(values);
  const given = inLanguage(language, { en: 'a value given to this task', ko: '이 작업에 제공된 값' });
  const inFiles: Evidence[] = [];
  let count = 0;
  // Its rules are large and only this check needs them.
  const { findCredentials } = await import('./find-credentials.ts');
  for await (const name of filesOfTheWork(run, path)) {
    if (signal.aborted || inFiles.length >= ENOUGH) break;
    const file = await readWorkspaceFile(workspacePath, name);
    if (file === null) continue;
    count += 1;
    for (const line of linesWithSecrets(file.text, redact)) inFiles.push({ path: name, line, text: given });
    if (file.isBinary) continue;
    for (const { what, line } of await findCredentials(name, file.text)) {
      inFiles.push({ path: name, line, text: what });
    }
  }
  const { leaks, base } =
    values.length === 0 ? NO_LEAKS : await secretsInCommits(run, redact, context, ENOUGH);
  if (inFiles.length === 0 && leaks.length === 0) {
    return passes(
      key,
      inLanguage(language, {
        en: `No credential in ${count} files.`,
        ko: `파일 ${count}개에 자격 증명이 없습니다.`,
      }),
    );
  }
  const inCommits = leaks.map(
    (leak): Evidence => ({
      path: leak.path,
      line: null,
      text: inLanguage(language, {
        en: `commit ${leak.commit}: ${given}`,
        ko: `커밋 ${leak.commit}: ${given}`,
      }),
    }),
  );
  const reasons: string[] = [];
  const advice: string[] = [];
  if (inFiles.length > 0) {
    reasons.push(inLanguage(language, inFilesReason(inFiles.length)));
    advice.push(inLanguage(language, IN_FILES_ADVICE));
  }
  if (inCommits.length > 0) {
    reasons.push(inLanguage(language, inCommitsReason(inCommits.length)));
    advice.push(inLanguage(language, inCommitsAdvice(base)));
  }
  // A few of each kind are shown, also when there are many of the other.
  const evidence = [...inFiles.slice(0, MAX_EVIDENCE - Math.min(inCommits.length, 4)), ...inCommits];
  return fails(key, reasons.join(' '), evidence, advice.join(' '));
};

const inFilesReason = (places: number): LocalizedText => ({
  en: `Credentials are written into files in ${places} places (values are not shown).`,
  ko: `파일 ${places}곳에 자격 증명이 적혀 있습니다(값은 표시하지 않습니다).`,
});
const IN_FILES_ADVICE: LocalizedText = {
  en: 'Read them from environment variables, remove them from the files, and keep only names and made-up examples there.',
  ko: '환경 변수에서 읽고 파일에서는 지우세요. 파일에는 이름과 지어낸 예시만 두세요.',
};
const inCommitsReason = (places: number): LocalizedText => ({
  en: `The history of this work holds values given to this task in ${places} places, whatever the files say now.`,
  ko: `지금 파일과 관계없이 이 작업의 커밋 기록 ${places}곳에 이 작업에 제공된 값이 남아 있습니다.`,
});

/** The history is made again, without the value, from what the files are then. */
function inCommitsAdvice(base: string | null): LocalizedText {
  const start = base === null ? 'git update-ref -d HEAD' : `git reset --soft ${base.slice(0, 12)}`;
  const since =
    base === null
      ? { en: '', ko: '' }
      : { en: ` since ${base.slice(0, 7)}`, ko: `${base.slice(0, 7)} 이후 ` };
  return {
    en: `With the value removed from all files, squash this branch's commits${since.en} into one: \`${start}\`, then \`git add -A\` and \`git commit\`.`,
    ko: `모든 파일에서 값을 지운 뒤 이 브랜치의 ${since.ko}커밋을 하나로 합치세요: \`${start}\`, 이어서 \`git add -A\`와 \`git commit\`.`,
  };
}

/** Whether a value is worth looking for: not a port, a plain word or an address of this machine. */
function isTelling(value: string): boolean {
  if (value.trim().length < MIN_LENGTH) return false;
  if (/^https?:\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$)/.test(value)) return false;
  return !/^[a-z]+(?:[-_. ][a-z]+)*$/i.test(value.slice(0, 200)) || value.length > 24;
}

/** Of a value that is JSON only the texts that are secret: addresses and names in it may be anywhere. */
function tellingTexts(value: string): readonly string[] {
  const secret = jsonTexts(value).filter((text) => RANDOM.test(text));
  return secret.length > 0 ? secret : [value];
}

/** Numbers of the lines that hold a secret; null for one that goes over several lines. */
function linesWithSecrets(text: string, redact: Redact): readonly (number | null)[] {
  if (redact(text) === text) return [];
  const found: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (redact(line) !== line) found.push(index + 1);
  });
  return found.length === 0 ? [null] : found.slice(0, ENOUGH);
}
