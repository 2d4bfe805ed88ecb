import { type Answer, readAnswers } from '../../conversation/answers.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { type Colour, COLOURS, ownColour } from '../project/colours.ts';
import type { Kind } from '../project/kit.ts';

const QUESTION = {
  en: 'Which colour should the app have?',
  ko: '앱을 어떤 색으로 만들까요?',
};

/** The optional question of the planning phase: work goes on with the kind's own colour. */
export function colourQuestion(kind: Kind, language: 'en' | 'ko'): string {
  const own = ownColour(kind);
  const others = COLOURS.filter((colour) => colour !== own).slice(0, 3);
  return [
    '[USER_QUESTION]',
    'category: choice',
    `question: ${QUESTION[language]}`,
    'options:',
    ...[own, ...others].map((colour) => `  - ${colour[language]}`),
    `default: ${own[language]}`,
    'required: false',
    '[/USER_QUESTION]',
  ].join('\n');
}

/** What a person chose, and when that was said; undefined while nobody has, or when it names no colour we know. */
export function chosenColour(conversation: Conversation): { colour: Colour; at: number } | undefined {
  const answer = readAnswers(conversation).findLast(isAboutColour);
  const colour = answer && COLOURS.find(({ words }) => words.test(answer.said));
  return answer && colour && { colour, at: answer.at };
}

function isAboutColour({ kind, question }: Answer): boolean {
  return kind === 'question' && (question.includes(QUESTION.en) || question.includes(QUESTION.ko));
}
