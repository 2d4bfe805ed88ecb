import type { QuestionDto } from '@ccs/contract';

/** What a person has chosen and written so far. */
export interface AnswerDraft {
  readonly chosen: readonly string[];
  /** Another answer in own words; it counts only while `isOther`. */
  readonly other: string;
  readonly isOther: boolean;
}

/** How several options are one answer (contract: Question.multiSelect). */
const JOINT = ', ';

type Asked = Pick<QuestionDto, 'options' | 'multiSelect' | 'default'>;

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The options of `question` that its default names, in their order; empty when it names none. */
function recommended({ options, multiSelect, default: named }: Asked): readonly string[] {
  if (named === null) return [];
  const whole = options.filter((option) => same(option, named));
  if (whole.length > 0 || !multiSelect) return whole;
  const parts = named.split(',');
  return options.filter((option) => parts.some((part) => same(part, option)));
}

/** What can be chosen: the options, and before them a recommended answer that is none of them. */
export function choicesOf(
  question: Asked,
): readonly { readonly text: string; readonly isRecommended: boolean }[] {
  const { options, default: named } = question;
  const best = recommended(question);
  const own = options.map((text) => ({ text, isRecommended: best.includes(text) }));
  if (options.length === 0 || named === null || best.length > 0) return own;
  return [{ text: named, isRecommended: true }, ...own];
}

/** The draft that a question begins with: its recommended answer. */
export function firstDraft(question: Asked): AnswerDraft {
  const choices = choicesOf(question);
  if (choices.length === 0) return { chosen: [], other: question.default ?? '', isOther: true };
  const chosen = choices.filter(({ isRecommended }) => isRecommended).map(({ text }) => text);
  return { chosen, other: '', isOther: false };
}

/** The draft after an option was pressed. */
export function choose(draft: AnswerDraft, option: string, isMulti: boolean): AnswerDraft {
  if (!isMulti) return { ...draft, chosen: [option], isOther: false };
  const chosen = draft.chosen.includes(option)
    ? draft.chosen.filter((each) => each !== option)
    : [...draft.chosen, option];
  return { ...draft, chosen };
}

/** The draft after "another answer" was pressed. */
export function chooseOther(draft: AnswerDraft, isMulti: boolean): AnswerDraft {
  return isMulti ? { ...draft, isOther: !draft.isOther } : { ...draft, chosen: [], isOther: true };
}

/** The answer as it is sent, in the order of the options; '' while there is none. */
export function answerOf(draft: AnswerDraft, question: Asked): string {
  const chosen = choicesOf(question)
    .map(({ text }) => text)
    .filter((text) => draft.chosen.includes(text));
  const other = draft.isOther ? draft.other.trim() : '';
  return [...chosen, ...(other === '' ? [] : [other])].join(JOINT);
}
