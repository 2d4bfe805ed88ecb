import type { Saying } from '../conversation/chat-prompt.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { cut, tidy } from '../demo/project/text.ts';
import { type Call, type Move, resultOf, type Script } from '../scenario/script.ts';

const NOTES = 'notes.md';
const MOST_SECONDS = 120;

const TEXTS = {
  en: {
    look: 'I look at what is in the working folder.',
    wait: (seconds: number) => `I wait for ${seconds} seconds, as you asked.`,
    note: 'I write that down.',
    heading: 'Notes',
    question: 'How should the result look?',
    options: ['Short', 'In detail'],
    ask: 'Before I go on, one question.',
    answer: (said: string) => `You wrote: “${said}”${/[.!?…]$/.test(said) ? '' : '.'}`,
    earlier: (said: string) => `Before that you said: “${said}”; I have not forgotten it.`,
    seen: (count: number) =>
      count === 0
        ? 'The working folder is empty.'
        : `The working folder holds ${count} ${count === 1 ? 'entry' : 'entries'}.`,
    noted: `It stands in ${NOTES} now.`,
    who: 'I am the demo’s scripted model: I really use tools and read what you write, but I do not think.',
  },
  ko: {
    look: '작업 폴더에 무엇이 있는지 보겠습니다.',
    wait: (seconds: number) => `말씀하신 대로 ${seconds}초 기다립니다.`,
    note: '적어 두겠습니다.',
    heading: '메모',
    question: '결과를 어떻게 보여 드릴까요?',
    options: ['짧게', '자세히'],
    ask: '계속하기 전에 한 가지만 묻겠습니다.',
    answer: (said: string) => `“${said}”라고 하셨습니다.`,
    earlier: (said: string) => `앞서 “${said}”라고 하신 것도 기억하고 있습니다.`,
    seen: (count: number) =>
      count === 0 ? '작업 폴더는 비어 있습니다.' : `작업 폴더에는 항목이 ${count}개 있습니다.`,
    noted: `이제 ${NOTES}에 적혀 있습니다.`,
    who: '저는 데모의 각본 모델입니다. 도구를 실제로 쓰고 쓰신 글을 읽지만, 생각하지는 않습니다.',
  },
};

/** A free conversation: looks at the folder, does what can be done without thinking, and answers in the person's language. */
export function chat(sayings: Saying[], conversation: Conversation): Script {
  const now = sayings.at(-1) ?? { text: '', at: 0 };
  const language = /[가-힣]/.test(now.text) ? 'ko' : 'en';
  const texts = TEXTS[language];
  const said = quoted(now.text);
  const before = sayings.at(-2);
  const look = bash('ls -A | head -n 200', texts.look);
  const moves: Move[] = [{ say: texts.look, calls: [look], from: now.at }];
  const seconds = secondsIn(now.text);
  if (seconds > 0) {
    const say = texts.wait(seconds);
    moves.push({ say, calls: [bash(`sleep ${seconds}`, say)], from: now.at });
  }
  if (/\bask me\b|물어/i.test(now.text)) return { moves, closing: `${texts.ask}\n\n${question(texts)}` };
  const keeps = /\b(?:write|note|remember|save|make|create)\b|적어|메모|써|기억|만들|저장/i.test(now.text);
  if (keeps) {
    const lines = sayings.map(({ text }) => `- ${quoted(text)}`);
    const content = `# ${texts.heading}\n\n${lines.join('\n')}\n`;
    moves.push({
      say: texts.note,
      calls: [{ name: 'Write', input: { file_path: NOTES, content } }],
      from: now.at,
    });
  }
  const listed = resultOf(look, conversation, now.at)?.text ?? '';
  const count = listed.split('\n').filter((line) => line.trim() !== '' && !/no output/i.test(line)).length;
  const parts = [
    texts.answer(said),
    before ? texts.earlier(quoted(before.text)) : '',
    texts.seen(count),
    keeps ? texts.noted : '',
    texts.who,
  ];
  return { moves, closing: parts.filter((part) => part !== '').join(' ') };
}

function question({ question: text, options }: (typeof TEXTS)['en']): string {
  return [
    '[USER_QUESTION]',
    'category: clarification',
    `question: ${text}`,
    'options:',
    ...options.map((option) => `  - ${option}`),
    'required: true',
    '[/USER_QUESTION]',
  ].join('\n');
}

/** `wait 20 seconds`, `20초 기다려`: so that a person (or a test) can interrupt. */
function secondsIn(text: string): number {
  const named = /\b(?:wait|sleep)\D{0,20}(\d+)\s*s|(\d+)\s*초/i.exec(text);
  return Math.min(MOST_SECONDS, Number(named?.[1] ?? named?.[2] ?? 0));
}

function bash(command: string, description: string): Call {
  return { name: 'Bash', input: { command, description, timeout: 180_000 } };
}

function quoted(text: string): string {
  return cut(tidy(text), 200).replace(/[“”]/g, "'");
}
