const NAMES = ['Planning', 'Design', 'Development', 'Testing'];

/** What a user asks for. */
export interface Request {
  title: string;
  prompt: string;
  language: 'en' | 'ko';
}

/** A phase prompt with everything that scenarios read from the platform's own. */
export function phasePrompt(phase: number, { title, prompt, language }: Request): string {
  return [
    `Phase ${phase} (${NAMES[phase - 1]})`,
    'Attempt: 1',
    `Language: ${language}`,
    `<task_title>\n${title}\n</task_title>`,
    `<task_prompt>\n${prompt}\n</task_prompt>`,
    `End with:\n=== PHASE ${phase} COMPLETE ===`,
  ].join('\n');
}

/** The prompt that follows a turn which ended early. */
export function continuationPrompt(phase: number, missing: string[]): string {
  const list = missing.map((path) => `- ${phase}.1 Something: ${path}`).join('\n');
  return `Phase ${phase} (${NAMES[phase - 1]}) is not finished yet. Missing:\n${list}\nWrite what is missing now.`;
}
