import { fails, notChecked, passes } from '../results.ts';
import type { DocumentLine } from '../markdown/read-document.ts';
import { type CheckContext, inLanguage } from './check.ts';
import type { CriterionResult } from '@ccs/core/task/model/verification-report';

/** Marks of Markdown that are no content: bullets, quotes, table bars, emphasis, fences. */
const MARKS = /^[\s>]*(?:[-*+]\s|\d{1,9}[.)]\s)?|[|*_`~]+/g;

/**
 * The characters of a document that carry content: front matter, comments, rules and the marks of Markdown do not count,
 * code in blocks does, because examples are content. Runs of white space count as one. Characters are code points after
 * composition (NFC), so that a Korean syllable is one however it was typed.
 */
export function contentLength(lines: readonly DocumentLine[]): number {
  let length = 0;
  for (const line of lines) {
    if (line.kind === 'front_matter' || line.kind === 'rule' || line.kind === 'blank') continue;
    const text = line.visible.replace(MARKS, ' ').replace(/\s+/g, ' ').trim().normalize('NFC');
    for (const _ of text) length += 1;
  }
  return length;
}

/** Every document has at least `characters` characters of content. */
export async function minLength(
  key: string,
  characters: number,
  { run: { language }, documents }: CheckContext,
): Promise<CriterionResult> {
  if (documents.length === 0) {
    return notChecked(
      key,
      inLanguage(language, { en: 'There is no document to measure.', ko: '잴 문서가 없습니다.' }),
    );
  }
  const measured = documents.map(({ path, lines }) => ({ path, length: contentLength(lines) }));
  const short = measured.filter(({ length }) => length < characters);
  if (short.length === 0) {
    const shortest = Math.min(...measured.map(({ length }) => length));
    return passes(
      key,
      inLanguage(language, {
        en:
          documents.length === 1
            ? `The document has ${shortest} characters.`
            : `The shortest of ${documents.length} documents has ${shortest} characters.`,
        ko: `문서 ${documents.length}개 중 가장 짧은 것이 ${shortest}자입니다.`,
      }),
    );
  }
  return fails(
    key,
    inLanguage(language, {
      en: `${short.length} of ${documents.length} documents have fewer than ${characters} characters of content.`,
      ko: `문서 ${documents.length}개 중 ${short.length}개의 내용이 ${characters}자보다 적습니다.`,
    }),
    short.map(({ path, length }) => ({
      path,
      line: null,
      text: inLanguage(language, { en: `${length} characters`, ko: `${length}자` }),
    })),
    inLanguage(language, {
      en: 'Say more where the reader would have to ask; do not pad.',
      ko: '읽는 사람이 물어볼 만한 것을 더 쓰세요. 분량만 늘리지는 마세요.',
    }),
  );
}
