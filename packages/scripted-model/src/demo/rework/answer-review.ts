import { readLines } from '../../conversation/read-result.ts';
import type { Feedback, Rework } from '../../conversation/rework-prompt.ts';
import { outputsIn } from '../../conversation/verifier-prompt.ts';
import { type Call, type Move, resultOf } from '../../scenario/script.ts';
import type { PhaseContext } from '../phases/phase-context.ts';
import { changeFile } from './change-file.ts';

const TOOL = 'mcp__ccs__propose_resolution';

const TEXTS = {
  en: {
    read: 'I read the files that the review speaks of.',
    change: 'I make the requested changes at their places.',
    propose: 'I say for each remark what I did.',
    changed: (path: string) => `Changed in ${path}, at the lines that were named.`,
    left: 'Read and considered; nothing had to change.',
    unable: (path: string) => `${path} could not be changed: it is not there, or takes no remark.`,
  },
  ko: {
    read: '리뷰에서 말한 파일을 읽겠습니다.',
    change: '요청한 변경을 그 자리에 반영합니다.',
    propose: '의견마다 무엇을 했는지 적습니다.',
    changed: (path: string) => `${path}의 해당 줄을 고쳤습니다.`,
    left: '읽고 검토했으며 바꿀 것은 없었습니다.',
    unable: (path: string) =>
      `${path}을(를) 고칠 수 없었습니다. 파일이 없거나 의견을 넣을 수 없는 파일입니다.`,
  },
};

/** What a review leads to: files read, each requested change made at its place, and a word on every remark. */
export function answerReview(
  rework: Rework,
  context: Pick<PhaseContext, 'conversation' | 'position'>,
): Move[] {
  const { conversation, position } = context;
  const { language } = position.brief;
  const { at } = rework;
  const texts = TEXTS[language];
  const feedback = remarks(rework, context);
  const paths = [...new Set(feedback.filter(({ isChange }) => isChange).map(({ path }) => path))];
  const reads = paths.map(readCall);
  const edits = new Map<string, Call>();
  for (const read of reads) {
    const path = String(read.input['file_path']);
    const lines = readLines(resultOf(read, conversation, at)?.text ?? '');
    const own = feedback.filter((each) => each.path === path && each.isChange);
    const change = changeFile(path, lines, own, language);
    if (change) edits.set(path, { name: 'Edit', input: { file_path: path, ...change } });
  }
  const moves: Move[] = [
    { say: texts.read, calls: reads, from: at },
    { say: texts.change, calls: [...edits.values()], from: at },
  ];
  if (!conversation.hasTool(TOOL)) return moves;
  const note = ({ path, isChange }: Feedback): string => {
    if (!isChange) return texts.left;
    return edits.has(path) ? texts.changed(path) : texts.unable(path);
  };
  const proposals = rework.feedback.map((each) => ({
    name: TOOL,
    input: { feedback_id: each.id, note: note(each) },
  }));
  return [...moves, { say: texts.propose, calls: proposals, from: at }];
}

/** The remarks; a summary without any is a change of the first document of the phase. */
function remarks({ feedback, summary }: Rework, { position }: Pick<PhaseContext, 'position'>): Feedback[] {
  if (feedback.length > 0 || summary === '') return feedback;
  const path = position.prompts.flatMap(({ text }) => outputsIn(text))[0];
  return path === undefined ? [] : [{ id: '', isChange: true, path, body: summary }];
}

function readCall(path: string): Call {
  return { name: 'Read', input: { file_path: path } };
}
