import type { FeedbackBody } from '@ccs/contract';
import { FEEDBACK_KINDS } from '@ccs/contract/vocabulary';
import { createStoredState } from '../../lib/stored-state.ts';

/** Where a remark belongs: lines of a file, or (`startLine` null) the whole file. */
export interface Place {
  readonly path: string;
  readonly startLine: number | null;
  readonly endLine: number | null;
}

/** A remark that the server does not have yet. */
export interface Remark extends Place {
  readonly id: string;
  readonly kind: FeedbackBody['kind'];
  readonly body: string;
}

/** What a person has written about a review and not sent. */
export interface Draft {
  readonly remarks: readonly Remark[];
  /** What is being typed now; `id` is of the remark that it changes, or a new one. */
  readonly writing: Remark | null;
  readonly summary: string;
}

const NOTHING: Draft = { remarks: [], writing: null, summary: '' };

export const storedDrafts = createStoredState(parseDraft);

export function draftKey(reviewId: string): string {
  return `ccs-review-draft:${reviewId}`;
}

/**
 * Begins to write at a place. What is being written is moved there when nothing is typed yet or the places touch; else
 * it becomes a remark, so that nothing is lost.
 */
export function beginWriting(draft: Draft, place: Place, id: string): Draft {
  const { writing } = draft;
  if (writing && (writing.body.trim() === '' || touches(writing, place))) {
    return { ...draft, writing: { ...writing, ...place } };
  }
  const kept = writing ? withRemark(draft, writing) : draft;
  return { ...kept, writing: { id, ...place, kind: 'change_request', body: '' } };
}

/** Ends the writing: what was typed becomes a remark. */
export function endWriting(draft: Draft): Draft {
  const { writing } = draft;
  if (!writing) return draft;
  return writing.body.trim() === '' ? { ...draft, writing: null } : withRemark(draft, writing);
}

function touches(a: Place, b: Place): boolean {
  if (a.path !== b.path || a.startLine === null || b.startLine === null) return false;
  return a.startLine <= (b.endLine ?? b.startLine) && b.startLine <= (a.endLine ?? a.startLine);
}

/** Puts a remark in, in place of the one with the same id. */
export function withRemark(draft: Draft, remark: Remark): Draft {
  const isKnown = draft.remarks.some(({ id }) => id === remark.id);
  const remarks = isKnown
    ? draft.remarks.map((each) => (each.id === remark.id ? remark : each))
    : [...draft.remarks, remark];
  return { ...draft, remarks, writing: null };
}

export function withoutRemark(draft: Draft, id: string): Draft {
  return { ...draft, remarks: draft.remarks.filter((each) => each.id !== id) };
}

/** The draft to keep: null once there is nothing in it. */
export function worthKeeping(draft: Draft): Draft | null {
  return draft.remarks.length === 0 && draft.writing === null && draft.summary === '' ? null : draft;
}

/** A remark as the server takes it. */
export function feedbackOf({ path, startLine, endLine, kind, body }: Remark): FeedbackBody {
  const lines = startLine === null ? {} : { startLine, endLine: endLine ?? startLine };
  return { path, ...lines, kind, body: body.trim() };
}

/** A draft of whatever was stored; what is not one is left out. */
export function parseDraft(stored: unknown): Draft {
  if (!isRecord(stored)) return NOTHING;
  const { remarks, writing, summary } = stored;
  return {
    remarks: Array.isArray(remarks) ? remarks.filter(isRemark) : [],
    writing: isRemark(writing) ? writing : null,
    summary: typeof summary === 'string' ? summary : '',
  };
}

function isRemark(value: unknown): value is Remark {
  if (!isRecord(value)) return false;
  const { id, path, startLine, endLine, kind, body } = value;
  const isPlaced = startLine === null ? endLine === null : isLine(startLine) && isLine(endLine);
  const isKind = FEEDBACK_KINDS.some((each) => each === kind);
  return [id, path, body].every((text) => typeof text === 'string') && isPlaced && isKind;
}

function isLine(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
