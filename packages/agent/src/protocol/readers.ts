import type { ProtocolSignal } from './signal.ts';

/**
 * Reads a signal that begins on one line and may go on over the following ones. Each kind of block of the protocol
 * is one reader; `startReader` knows them all.
 */
export interface SignalReader {
  /** Whether the first line was all of it. */
  readonly done: boolean;
  /** Takes the next line if it belongs to the signal; false ends the signal before that line. */
  takes(line: string): boolean;
  /** The finished signal, once no further line belongs to it. */
  finish(): ProtocolSignal;
}

const STEP = /^\s*(\*{0,2})={3,}\s*STEP\s+(\d{1,4})\.(\d{1,4})\s+COMPLETE\s*={3,}\1\s*$/i;
const PHASE = /^\s*(\*{0,2})={3,}\s*PHASE\s+(\d{1,4})\s+COMPLETE\s*={3,}\1\s*$/i;

/** The reader of the signal that begins on this line; null when the line is ordinary text. */
export function startReader(line: string): SignalReader | null {
  const step = STEP.exec(line);
  if (step) return stepReader(Number(step[2]), Number(step[3]));
  const phase = PHASE.exec(line);
  if (phase) return phaseReader(Number(phase[2]));
  return null;
}

/** `=== STEP 1.3 COMPLETE ===`: a single line. */
function stepReader(phase: number, step: number): SignalReader {
  return { done: true, takes: () => false, finish: () => ({ kind: 'step', phase, step }) };
}

const COMPLETED_LINE = /^\s*(?:완료|completed?)\s*[:：]/i;
const DOCUMENTS_LINE = /^\s*(?:생성된\s*문서|문서|documents?)\s*[:：]\s*$/i;
const LIST_ITEM = /^\s*[-*+]\s+(.+?)\s*$/;
const MAX_DOCUMENTS = 200;

/** `=== PHASE 1 COMPLETE ===` and its optional lines, Korean or English: what is completed, then the documents. */
function phaseReader(phase: number): SignalReader {
  const documents: string[] = [];
  let listing = false;
  return {
    done: false,
    takes(line) {
      if (line.trim() === '') return true;
      if (DOCUMENTS_LINE.test(line)) {
        listing = true;
        return true;
      }
      const item = listing ? LIST_ITEM.exec(line) : null;
      if (item?.[1]) {
        if (documents.length < MAX_DOCUMENTS) documents.push(item[1].replace(/^`(.*)`$/, '$1'));
        return true;
      }
      return !listing && COMPLETED_LINE.test(line);
    },
    finish: () => ({ kind: 'phase', phase, documents }),
  };
}
