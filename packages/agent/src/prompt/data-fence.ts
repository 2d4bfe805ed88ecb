import { withoutMarks } from './input-mark.ts';

/** The names of all enclosures: none of them can be opened or closed by what stands in any of them. */
const DATA_TAGS = [
  'task_title',
  'task_prompt',
  'agent_question',
  'person_answer',
  'request',
  'file_path',
  'failed_criteria',
  'review_summary',
  'feedback',
  'feedback_path',
  'feedback_excerpt',
  'program_results',
  'test_run',
  'changes',
] as const;
export type DataTag = (typeof DATA_TAGS)[number];

const TAG_INSIDE = new RegExp(`<(\\s*/?\\s*(?:${DATA_TAGS.join('|')})\\b)`, 'gi');
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Encloses text that a person, a file or an agent wrote as data: `<tag>…</tag>`. Anything inside that looks like such a tag
 * is made harmless, so that the text cannot end its own enclosure; control characters but tab and line breaks go.
 */
export function fenceAsData(tag: DataTag, text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(TAG_INSIDE, '&lt;$1');
  return `<${tag}>\n${withoutMarks(clean)}\n</${tag}>`;
}
