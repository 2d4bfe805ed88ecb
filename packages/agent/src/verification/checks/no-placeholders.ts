import type { Evidence } from '@ccs/core/task/model/verification-report';
import { fails, notChecked, passes } from '../results.ts';
import { type Check, inLanguage } from './check.ts';
import { createPlaceholderFinder } from './placeholders.ts';

/** A line that is a comment as a whole counts as blank. */
const LOOKED_AT: ReadonlySet<string> = new Set(['text', 'heading', 'blank']);
/** Quotes are somebody else's words: of the request, for instance. */
const QUOTE = /^\s*>/;

/** No document holds a placeholder, in Korean or English. Code blocks are not looked at: there they are examples. */
export const noPlaceholders: Check = async (key, { run, documents }) => {
  const { language, title, prompt } = run;
  if (documents.length === 0) {
    return notChecked(
      key,
      inLanguage(language, { en: 'There is no document to read.', ko: '읽을 문서가 없습니다.' }),
    );
  }
  const isPlaceholder = createPlaceholderFinder(title, prompt);
  const evidence: Evidence[] = documents.flatMap(({ path, lines }) =>
    lines
      .filter(({ kind, text }) => LOOKED_AT.has(kind) && !QUOTE.test(text) && isPlaceholder(text))
      .map(({ number, text }) => ({ path, line: number, text })),
  );
  if (evidence.length === 0) {
    return passes(
      key,
      inLanguage(language, {
        en: 'No document holds a placeholder.',
        ko: '자리 표시자가 남은 문서가 없습니다.',
      }),
    );
  }
  return fails(
    key,
    inLanguage(language, {
      en: `${evidence.length} lines look as if something was to be filled in.`,
      ko: `채워 넣으려고 남겨 둔 듯한 줄이 ${evidence.length}개 있습니다.`,
    }),
    evidence,
    inLanguage(language, {
      en: 'Write what belongs there; where something is really open, say what it depends on and who decides.',
      ko: '그 자리에 들어갈 내용을 쓰세요. 정말 정해지지 않았다면 무엇에 달렸고 누가 정하는지 쓰세요.',
    }),
  );
};
