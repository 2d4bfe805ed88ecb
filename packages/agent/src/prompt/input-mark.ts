import type { InputId } from '@ccs/core/task/model/events';

const MARK = /\[(?=answer (?:question|dependency|message)_)/g;

const BEGIN = '[answer ';

/** The mark that an input carries in the message that delivers it; by it a transcript shows that it arrived. */
export function inputMark(id: InputId): string {
  return `${BEGIN}${id}]`;
}

/** Text of somebody else, in which nothing is such a mark. */
export function withoutMarks(text: string): string {
  return text.replace(MARK, '(');
}

/** Whether a text may hold a mark. */
export function hasMark(text: string): boolean {
  return text.includes(BEGIN);
}
