import type { ChatRun } from '@ccs/core/ports/agent-runner';
import { ASKING_RULES, providedVariables } from './asking-rules.ts';
import { withoutMarks } from './input-mark.ts';
import { joinParts, LANGUAGE_NAMES } from './task-data.ts';

/** The first message of a free conversation. What the person wrote is the instruction here, so it is not fenced. */
export function chatPrompt(run: Pick<ChatRun, 'prompt' | 'language' | 'environment'>): string {
  return joinParts([
    withoutMarks(run.prompt),
    `Rules of the platform, which hold for the whole conversation:
- Answer in ${LANGUAGE_NAMES[run.language]}, unless the person writes in another language.
- Do what was asked on your own, check that it works, and end with an answer that says what you did. The person may then go on talking.
- Work only inside the working folder. Do not leave servers or other processes running.
- Put \`.env\` in .gitignore. Never write a secret into a file.`,
    ASKING_RULES,
    providedVariables(run.environment),
  ]);
}
