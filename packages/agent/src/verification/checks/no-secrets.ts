import type { Evidence } from '@ccs/core/task/model/verification-report';
import { createRedactor, type Redact } from '../../executor/redactor.ts';
import { readWorkspaceFile } from '../read-workspace-file.ts';
import { fails, passes } from '../results.ts';
import { type Check, inLanguage } from './check.ts';
import { filesOfTheWork } from './scanned-files.ts';

/** Enough to show; a project full of credentials needs no complete list. */
const ENOUGH = 50;
const MIN_LENGTH = 8;

/**
 * No file of the project holds a value that a person gave to this task, in any encoding, or a credential of a known kind. Files
 * that git ignores do not count: they stay on this machine.
 */
export const noSecrets: Check = async (key, { run, path, signal }) => {
  const { language, workspacePath, environment } = run;
  const given = Object.entries(environment).filter(([, value]) => isTelling(value));
  const redact = createRedactor(given.map(([, value]) => value));
  const evidence: Evidence[] = [];
  let count = 0;
  // Its rules are large and only this check needs them.
  const { findCredentials } = await import('./find-credentials.ts');
  for await (const name of filesOfTheWork(run, path)) {
    if (signal.aborted || evidence.length >= ENOUGH) break;
    const file = await readWorkspaceFile(workspacePath, name);
    if (file === null) continue;
    count += 1;
    for (const line of linesWithSecrets(file.text, redact)) {
      const text = inLanguage(language, { en: 'a value given to this task', ko: '이 작업에 제공된 값' });
      evidence.push({ path: name, line, text });
    }
    if (file.isBinary) continue;
    for (const { what, line } of await findCredentials(name, file.text)) {
      evidence.push({ path: name, line, text: what });
    }
  }
  if (evidence.length === 0) {
    return passes(
      key,
      inLanguage(language, {
        en: `No credential in ${count} files.`,
        ko: `파일 ${count}개에 자격 증명이 없습니다.`,
      }),
    );
  }
  return fails(
    key,
    inLanguage(language, {
      en: `Credentials are written into files in ${evidence.length} places (values are not shown).`,
      ko: `파일 ${evidence.length}곳에 자격 증명이 적혀 있습니다(값은 표시하지 않습니다).`,
    }),
    evidence,
    inLanguage(language, {
      en: 'Read them from environment variables, remove them from the files, and keep only names and made-up examples there.',
      ko: '환경 변수에서 읽고 파일에서는 지우세요. 파일에는 이름과 지어낸 예시만 두세요.',
    }),
  );
};

/** Whether a value is worth looking for: not a port, a plain word or an address of this machine. */
function isTelling(value: string): boolean {
  if (value.trim().length < MIN_LENGTH) return false;
  if (/^https?:\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$)/.test(value)) return false;
  return !/^[a-z]+(?:[-_. ][a-z]+)*$/i.test(value.slice(0, 200)) || value.length > 24;
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
