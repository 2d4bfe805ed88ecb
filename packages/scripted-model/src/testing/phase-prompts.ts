const NAMES = ['Planning', 'Design', 'Development', 'Testing'];

/** What a user asks for. */
export interface Request {
  title: string;
  prompt: string;
  language: 'en' | 'ko';
}

/** A phase prompt with everything that scenarios read from the platform's own. `more` are parts that not every test needs. */
export function phasePrompt(phase: number, request: Request, more: string[] = []): string {
  return [
    `Phase ${phase} (${NAMES[phase - 1]})`,
    'Attempt: 1',
    `Language: ${request.language}`,
    ...taskOf(request),
    ...more,
    `End with:\n=== PHASE ${phase} COMPLETE ===`,
  ].join('\n');
}

/** The part of a prompt that tells how people are asked. */
export const ASKING =
  'When you need a person, write a block:\n[USER_QUESTION]\nquestion: <one>\n[/USER_QUESTION]';

/** The prompt that follows a turn which ended early. */
export function continuationPrompt(phase: number, missing: string[]): string {
  const list = missing.map((path) => `- ${phase}.1 Something: ${path}`).join('\n');
  return `Phase ${phase} (${NAMES[phase - 1]}) is not finished yet. Missing:\n${list}\nWrite what is missing now.`;
}

/** The prompt that brings what people said; each of `inputs` begins with its mark. */
export function inputPrompt(phase: number, inputs: string[]): string {
  return [
    `Phase ${phase} (${NAMES[phase - 1]}) goes on.`,
    ...inputs,
    `Go on from where you were. When the phase is complete, write:\n=== PHASE ${phase} COMPLETE ===`,
  ].join('\n\n');
}

/** The answer of a person to a question. */
export function answered(id: string, question: string, answer: string): string {
  return `[answer question_${id}] A person answered your question.\n<agent_question>\n${question}\n</agent_question>\n<person_answer>\n${answer}\n</person_answer>`;
}

/** The prompt that sends a phase back to work; `reasons` are its fenced parts. */
export function reworkPrompt(phase: number, request: Request, reasons: string[], attempt?: number): string {
  return [
    `Phase ${phase} (${NAMES[phase - 1]})`,
    attempt === undefined ? 'Rework' : `Rework: attempt ${attempt} of 3`,
    `Language: ${request.language}`,
    ...taskOf(request),
    ...reasons,
    ASKING,
    `End with:\n=== PHASE ${phase} COMPLETE ===`,
  ].join('\n');
}

/** One remark of a review, as a rework prompt tells it. */
export function remark(
  id: string,
  kind: 'change requested' | 'comment',
  place: string,
  parts: { path: string; excerpt?: string; body: string },
): string {
  return [
    `Feedback ${id} (${kind}, ${place}):`,
    `<feedback_path>\n${parts.path}\n</feedback_path>`,
    ...(parts.excerpt === undefined
      ? []
      : [`The lines as they were:\n<feedback_excerpt>\n${parts.excerpt}\n</feedback_excerpt>`]),
    `<feedback>\n${parts.body}\n</feedback>`,
  ].join('\n');
}

/** The only message to a verifier. */
export function verifierPrompt(
  phase: number,
  request: Request,
  { paths, keys, more = [] }: { paths: string[]; keys: string[]; more?: string[] },
): string {
  return [
    `Verify Phase ${phase} (${NAMES[phase - 1]}). Another agent did the work; you judge it. You can only read.`,
    ...taskOf(request),
    `Its steps and the files they leave:\n${paths.map((path, index) => `- ${phase}.${index + 1} Step → ${path}`).join('\n')}`,
    ...more,
    `Judge exactly these criteria, each by its key:\n${keys.map((key) => `- ${key}: Is it?`).join('\n')}`,
    `How to judge:\n- Read the files.\n- Write reasons and advice in ${request.language === 'ko' ? 'Korean' : 'English'}.`,
  ].join('\n\n');
}

function taskOf({ title, prompt }: Request): string[] {
  return [`<task_title>\n${title}\n</task_title>`, `<task_prompt>\n${prompt}\n</task_prompt>`];
}
