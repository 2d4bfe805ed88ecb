import type { Conversation } from './conversation.ts';
import { fencedIn } from './fences.ts';

/** What people said to the agent, as the platform hands it over: `[answer question_…] …`. */
export interface Answer {
  kind: 'question' | 'dependency' | 'message';
  id: string;
  /** Index of the message that brought it. */
  at: number;
  /** The part of the prompt that speaks of it. */
  text: string;
  /** What the person said, to a question or in a message. */
  said: string;
  /** What the agent had asked. Empty unless it is a question. */
  question: string;
  /** What became of a dependency. */
  status?: 'provided' | 'skipped' | 'denied';
}

const MARK = /^\[answer ((question|dependency|message)_[^\]\s]+)\]/gm;
const END = /\n\n(?:Still missing:\n|Go on from where you were\.)/;

/** Everything that people answered so far, in the order in which it came; each once, however often it was told. */
export function readAnswers({ userTexts, asides }: Pick<Conversation, 'userTexts' | 'asides'>): Answer[] {
  const texts = [...userTexts, ...asides].sort((a, b) => a.at - b.at);
  const answers = new Map<string, Answer>();
  for (const { text, at } of texts) {
    const marks = [...text.matchAll(MARK)];
    marks.forEach((mark, index) => {
      const [whole, id = '', kind] = mark;
      if (answers.has(id)) return;
      const part = text.slice(mark.index + whole.length, marks[index + 1]?.index).split(END)[0] ?? '';
      const own = part.trim();
      answers.set(id, { kind: kind as Answer['kind'], id, at, text: own, ...contentOf(own) });
    });
  }
  return [...answers.values()];
}

function contentOf(text: string): Pick<Answer, 'said' | 'question' | 'status'> {
  const said = fencedIn(text, 'person_answer') ?? text.replace(/^The person says:\n/, '');
  const question = fencedIn(text, 'agent_question') ?? '';
  const status = statusOf(text);
  return { said: said.trim(), question: question.trim(), ...(status ? { status } : {}) };
}

function statusOf(text: string): Answer['status'] {
  if (/^A person provided\b/.test(text)) return 'provided';
  if (/^A person skipped\b/.test(text)) return 'skipped';
  if (/^A person (?:denied|does not allow)\b/.test(text)) return 'denied';
  return undefined;
}
