import { blankFences, fencedIn } from './fences.ts';

/** Why a phase was sent back to work. */
export interface Rework {
  /** Index of the first prompt that said so. */
  at: number;
  /** What the verification found, as text; empty when a person reviewed. */
  failed: string;
  /** What the reviewer said of the whole; empty when nothing. */
  summary: string;
  feedback: Feedback[];
}

/** One remark of a reviewer. */
export interface Feedback {
  id: string;
  isChange: boolean;
  path: string;
  /** 1-based; undefined for the whole file. */
  line?: number;
  /** The lines as they were; undefined for the whole file. */
  excerpt?: string;
  body: string;
}

const TITLE = /^[^\n]*\nRework(?::| *\n)/;
const REMARK = /^Feedback (\S+) \((change requested|comment), (?:lines? (\d+)[^)]*|the whole file)\):\n/gm;

/** The reasons of a rework prompt, or undefined when it is another kind of prompt. */
export function readRework(text: string, at: number): Rework | undefined {
  if (!TITLE.test(text)) return undefined;
  return {
    at,
    failed: fencedIn(text, 'failed_criteria') ?? '',
    summary: fencedIn(text, 'review_summary') ?? '',
    feedback: readFeedback(text),
  };
}

/** True when two prompts send the phase back for the same reasons, as after a crash in between. */
export function isSameRework(a: Rework, b: Rework): boolean {
  return JSON.stringify({ ...a, at: 0 }) === JSON.stringify({ ...b, at: 0 });
}

function readFeedback(text: string): Feedback[] {
  const remarks = [...blankFences(text).matchAll(REMARK)];
  return remarks.map((remark, index) => {
    const [heading, id = '', kind, line] = remark;
    const part = text.slice(remark.index + heading.length, remarks[index + 1]?.index);
    const excerpt = fencedIn(part, 'feedback_excerpt');
    return {
      id,
      isChange: kind === 'change requested',
      path: fencedIn(part, 'feedback_path') ?? '',
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(excerpt === undefined ? {} : { excerpt }),
      body: fencedIn(part, 'feedback') ?? '',
    };
  });
}
