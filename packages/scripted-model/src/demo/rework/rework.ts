import type { Rework } from '../../conversation/rework-prompt.ts';
import { lastWritten, type Move } from '../../scenario/script.ts';
import { changedLines } from '../asks/recolour.ts';
import { writeDocument } from '../documents/write-document.ts';
import { contradictoryRoadmap, ROADMAP } from '../phases/planning.ts';
import type { PhaseContext } from '../phases/phase-context.ts';
import { answerReview } from './answer-review.ts';

/** What a rework adds to the script of its phase. */
export interface ReworkPart {
  moves: Move[];
  /** Files that this names are written again, as they should be. */
  reminder?: { text: string; at: number };
}

const SAY = {
  en: {
    look: 'The verification found that the roadmap promises more than the product definition. I look at both.',
    mend: 'The product definition decides: accounts and sharing come out of the roadmap.',
  },
  ko: {
    look: '검증에서 로드맵이 제품 정의보다 많은 것을 약속한다고 합니다. 두 문서를 보겠습니다.',
    mend: '제품 정의가 기준입니다. 로드맵에서 계정과 공유를 뺍니다.',
  },
};

/** What is done about a rework: the change that failed criteria ask for, or what a reviewer said. */
export function reworkPart(rework: Rework, context: PhaseContext): ReworkPart {
  if (rework.failed === '') return { moves: answerReview(rework, context) };
  const mended = mendRoadmap(rework, context);
  if (mended.length > 0) return { moves: mended };
  return { moves: [], reminder: { text: rework.failed, at: rework.at } };
}

/** The plan that contradicts itself, repaired at its place. */
function mendRoadmap({ failed, at }: Rework, { conversation, project }: PhaseContext): Move[] {
  if (!failed.includes(ROADMAP)) return [];
  const right = writeDocument(project, 'planning/09_roadmap');
  const { from, to } = changedLines(contradictoryRoadmap(project), right);
  if (!lastWritten(ROADMAP, conversation)?.includes(from)) return [];
  const say = SAY[project.language];
  const read = (file_path: string) => ({ name: 'Read', input: { file_path } });
  const edit = { name: 'Edit', input: { file_path: ROADMAP, old_string: from, new_string: to } };
  return [
    { say: say.look, calls: [read('docs/planning/06_product.md'), read(ROADMAP)], from: at },
    { say: say.mend, calls: [edit], from: at },
  ];
}
