import { readAnswers } from './answers.ts';
import type { Conversation } from './conversation.ts';

/** Something that the person said in a free conversation. */
export interface Saying {
  text: string;
  /** Index of its message. */
  at: number;
}

const RULES = /\n\nRules of the platform, which hold for the whole conversation:\n/;

/**
 * What the person has said in a free conversation, oldest first: the prompt, then messages and answers to questions.
 * Empty when it is no such conversation.
 */
export function readChat(conversation: Conversation): Saying[] {
  const prompt = conversation.userTexts.find(({ text }) => RULES.test(text));
  if (!prompt) return [];
  const first = { text: prompt.text.split(RULES)[0]?.trim() ?? '', at: prompt.at };
  const later = readAnswers(conversation).filter(({ kind, at }) => kind !== 'dependency' && at >= prompt.at);
  return [first, ...later.map(({ said, at }) => ({ text: said, at }))];
}
