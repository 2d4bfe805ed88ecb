import type { AskReceipt } from '@ccs/core/ports/agent-runner';

/** What an agent is told after it asked by a tool. */
export interface AskWords {
  readonly text: string;
  readonly isError: boolean;
}

/**
 * The platform's words for what became of a request.
 * @param what what was asked for, such as `The question` or `OPENAI_API_KEY`.
 * @param isSubagent whether a subagent asked: it cannot wait, but the one who started it can.
 */
export function askWords(
  receipt: AskReceipt,
  what: string,
  { isSubagent, fallback }: { readonly isSubagent: boolean; readonly fallback?: string | null },
): AskWords {
  if (receipt.kind === 'refused') return { text: `${what} was not taken: ${receipt.reason}`, isError: true };
  if (receipt.kind === 'available') {
    return { text: availableWords(what), isError: false };
  }
  if (!receipt.blocking) {
    const how = fallback ? `with your default (${fallback})` : 'with what you think best';
    return {
      text: `${what} was put to a person. Do not wait: go on ${how}. If an answer comes, you are told.`,
      isError: false,
    };
  }
  return { text: `${what} was put to a person. ${stopWords(isSubagent)}`, isError: false };
}

/** What was provided is asked for again only by an agent that knows it: its second request in one run asks the person. */
export function availableWords(what: string): string {
  return `${what} was provided before: it is set already. Go on. If it does not work, request it again and say in the description why: the person is asked again then.`;
}

/** How an agent stops until a person has answered. */
export function stopWords(isSubagent: boolean): string {
  return isSubagent
    ? 'Work stops until the answer is there: do nothing else, and report back now what you did and what you wait for.'
    : 'Work stops until the answer is there: do nothing else and end your turn. The answer comes in the next message.';
}
