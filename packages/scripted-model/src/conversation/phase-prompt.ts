import type { Conversation } from './conversation.ts';
import { withoutFences } from './fences.ts';
import { isSameRework, readRework, type Rework } from './rework-prompt.ts';

/** The task as its phase prompts tell it. */
export interface Brief {
  title: string;
  prompt: string;
  language: 'en' | 'ko';
}

/** Where the conversation stands: which phase was asked for last, and since when. */
export interface PhasePosition {
  phase: number;
  name: string;
  /** Message index of the first prompt for this phase. */
  since: number;
  /** The prompts given for this phase so far, oldest first (more than one after a resume or a reminder). */
  prompts: { text: string; at: number }[];
  brief: Brief;
  /** Steps that the first prompt calls complete: work of a conversation that is not in this history. */
  doneBefore: number[];
  /** The last prompt, when it says what is missing instead of giving the phase anew. */
  reminder?: { text: string; at: number };
  /** Why the phase was sent back after it was complete, if it was. */
  rework?: Rework;
}

/** Only the first line of a prompt names its phase: what comes below may quote anything. */
const PHASE_LINE = /^\s*[^\p{L}\n]*Phase (\d+) \(([^)\n]+)\)/u;

/** The phase that the last phase prompt names, or undefined when no prompt of the conversation names one. */
export function readPhase(conversation: Conversation): PhasePosition | undefined {
  const prompts = conversation.userTexts.flatMap(({ text, at }) => {
    const line = PHASE_LINE.exec(text);
    return line ? [{ phase: Number(line[1]), name: line[2] ?? '', text, at }] : [];
  });
  const last = prompts.at(-1);
  if (last === undefined) return undefined;
  const own = prompts.filter((prompt) => prompt.phase === last.phase);
  const texts = prompts.map((prompt) => prompt.text);
  const reminder =
    own.length > 1 && !last.text.includes('<task_prompt>') ? { text: last.text, at: last.at } : undefined;
  return {
    phase: last.phase,
    name: last.name,
    since: own[0]?.at ?? 0,
    prompts: own,
    brief: readBrief(texts),
    doneBefore: stepsCalledComplete(own[0]?.text ?? ''),
    ...(reminder === undefined ? {} : { reminder }),
    ...reworkOf(own),
  };
}

/** The phase is in rework when the last prompt that gave it was a rework prompt. */
function reworkOf(own: { text: string; at: number }[]): { rework?: Rework } {
  const last = own.findLast(({ text }) => text.includes('<task_prompt>'));
  const rework = last && readRework(last.text, last.at);
  if (!rework) return {};
  const first = own
    .flatMap(({ text, at }) => readRework(text, at) ?? [])
    .find((each) => isSameRework(each, rework));
  return { rework: first ?? rework };
}

/** The brief that the first of these texts with each part tells. */
export function readBrief(texts: string[]): Brief {
  const title = firstMatch(texts, /<task_title>([\s\S]*?)<\/task_title>/)?.trim() ?? '';
  const prompt = firstMatch(texts, /<task_prompt>([\s\S]*?)<\/task_prompt>/)?.trim() ?? '';
  const named = firstMatch(texts.map(withoutFences), /^[^\p{L}\n]*Language:\s*(en|ko)\b/mu);
  const guessed = /[\uac00-\ud7a3]/.test(title + prompt) ? 'ko' : 'en';
  return { title, prompt, language: named === 'ko' || named === 'en' ? named : guessed };
}

function stepsCalledComplete(text: string): number[] {
  const line = /^Steps already complete:(.*)$/m.exec(withoutFences(text))?.[1] ?? '';
  return [...line.matchAll(/\d+\.(\d+)/g)].map((match) => Number(match[1]));
}

function firstMatch(texts: string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const match = pattern.exec(text)?.[1];
    if (match !== undefined) return match;
  }
  return undefined;
}
