import { firstCharacter } from './first-character.ts';
import type { SignalReader } from './signal-reader.ts';

const STEP = /^\s*(\*{0,2})={3,}\s*STEP\s+(\d{1,4})\.(\d{1,4})\s+COMPLETE\s*={3,}\1\s*$/i;
const PHASE = /^\s*(\*{0,2})={3,}\s*PHASE\s+(\d{1,4})\s+COMPLETE\s*={3,}\1\s*$/i;

/** The reader of the marker on this line; null when there is none. */
export function startMarker(line: string): SignalReader | null {
  const first = firstCharacter(line);
  // = *
  if (first !== 0x3d && first !== 0x2a) return null;
  const step = STEP.exec(line);
  if (step) return stepReader(Number(step[2]), Number(step[3]));
  const phase = PHASE.exec(line);
  return phase && phaseReader(Number(phase[2]));
}

/** `=== STEP 1.3 COMPLETE ===`: a single line. */
function stepReader(phase: number, step: number): SignalReader {
  return {
    isDone: () => true,
    holdsFences: false,
    takes: () => false,
    finish: () => ({ kind: 'step', phase, step }),
  };
}

const COMPLETED_LINE = /^\s*(?:완료|completed?)\s*[:：]/i;
const DOCUMENTS_LINE = /^\s*(?:생성된\s*문서|문서|documents?)\s*[:：]\s*$/i;
const LIST_ITEM = /^\s*[-*+]\s+(\S.*)$/;
const MAX_DOCUMENTS = 200;

/** `=== PHASE 1 COMPLETE ===` and its optional lines, Korean or English: what is completed, then the documents. */
function phaseReader(phase: number): SignalReader {
  const documents: string[] = [];
  let listing = false;
  return {
    isDone: () => false,
    holdsFences: false,
    takes(line) {
      if (line.trim() === '') return true;
      if (DOCUMENTS_LINE.test(line)) {
        listing = true;
        return true;
      }
      const item = listing ? LIST_ITEM.exec(line) : null;
      if (item?.[1]) {
        if (documents.length < MAX_DOCUMENTS) documents.push(item[1].trimEnd().replace(/^`(.*)`$/, '$1'));
        return true;
      }
      return !listing && COMPLETED_LINE.test(line);
    },
    finish: () => ({ kind: 'phase', phase, documents }),
  };
}
