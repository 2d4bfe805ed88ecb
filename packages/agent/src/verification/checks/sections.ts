import type { Evidence } from '@ccs/core/task/model/verification-report';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import type { DocumentLine } from '../markdown/read-document.ts';
import { fails, notChecked, passes } from '../results.ts';
import { type Check, inLanguage } from './check.ts';

/**
 * Each document has the sections that it must have (a heading that contains the English or the Korean name, with content
 * below it), and no heading without any content below it or below its sub-headings.
 */
export const sections: Check = async (key, { run: { language }, documents }) => {
  if (documents.length === 0) {
    return notChecked(
      key,
      inLanguage(language, { en: 'There is no document to read.', ko: '읽을 문서가 없습니다.' }),
    );
  }
  const evidence: Evidence[] = [];
  for (const { path, sections: required, lines } of documents) {
    for (const section of missingSections(lines, required)) {
      const name = inLanguage(language, section);
      const text = inLanguage(language, { en: `no section “${name}”`, ko: `“${name}” 절이 없음` });
      evidence.push({ path, line: null, text });
    }
    for (const { number, text } of emptyHeadings(lines)) {
      const what = inLanguage(language, { en: 'nothing below', ko: '아래에 내용 없음' });
      evidence.push({ path, line: number, text: `${text} (${what})` });
    }
  }
  if (evidence.length === 0) {
    return passes(
      key,
      inLanguage(language, {
        en: 'Every required section is there and none is empty.',
        ko: '필요한 절이 모두 있고 빈 절이 없습니다.',
      }),
    );
  }
  return fails(
    key,
    inLanguage(language, {
      en: `${evidence.length} sections are missing or empty.`,
      ko: `절 ${evidence.length}개가 없거나 비어 있습니다.`,
    }),
    evidence,
    inLanguage(language, {
      en: 'Add each missing section under a heading that contains its name, and write something below every heading or remove it.',
      ko: '빠진 절은 그 이름이 든 제목으로 더하고, 제목마다 내용을 쓰거나 제목을 지우세요.',
    }),
  );
};

/** The required sections that no heading with content below it names. */
function missingSections(
  lines: readonly DocumentLine[],
  required: readonly LocalizedText[],
): readonly LocalizedText[] {
  const titles = lines.flatMap((line, index) =>
    line.kind === 'heading' && hasContentBelow(lines, index) ? [plain(line.text)] : [],
  );
  return required.filter(({ en, ko }) =>
    titles.every((title) => !title.includes(plain(en)) && !title.includes(plain(ko))),
  );
}

/** Headings with nothing below, the innermost ones. */
function emptyHeadings(lines: readonly DocumentLine[]): readonly DocumentLine[] {
  const telling = lines.filter(isTelling);
  return telling.filter((line, index) => {
    if (line.kind !== 'heading') return false;
    const next = telling[index + 1];
    return next === undefined || (next.kind === 'heading' && next.level <= line.level);
  });
}

/** Whether content comes before the next heading of the same or a higher rank. */
function hasContentBelow(lines: readonly DocumentLine[], heading: number): boolean {
  const level = lines[heading]?.level ?? 0;
  for (let index = heading + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind === 'heading' && line.level <= level) return false;
    if (line?.kind === 'text' || line?.kind === 'code') return true;
  }
  return false;
}

function isTelling(line: DocumentLine): boolean {
  return line.kind === 'heading' || line.kind === 'text' || line.kind === 'code';
}

/** Without emphasis and case, white space and composition made uniform. */
function plain(text: string): string {
  return text.replace(/[*_`]/g, '').replace(/\s+/g, ' ').normalize('NFC').toLowerCase();
}
