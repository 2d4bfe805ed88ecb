import { AGENT_ERROR_TYPES, DEPENDENCY_TYPES, QUESTION_CATEGORIES } from '@ccs/core/vocabulary/asks';

/** When and how the agent turns to people, and what it must do with secrets. The same in every kind of work. */
export const ASKING_RULES = `When you need a person:
- Ask only for what you can neither decide nor get yourself: a key, a file of theirs, access, a business decision. Decide everything else and say what you assumed.
- Call mcp__ccs__ask_user or mcp__ccs__request_dependency, or write a block in your answer: each tag alone on its line, outside any code block.
[USER_QUESTION]
category: ${QUESTION_CATEGORIES.join(' | ')}
question: <one question>
options:
  - <an answer to choose; leave options out when there is nothing to choose>
default: <what you do when nobody answers>
required: true | false
[/USER_QUESTION]
[DEPENDENCY_REQUEST]
type: ${DEPENDENCY_TYPES.join(' | ')}
name: <for a key the environment variable, such as OPENAI_API_KEY; for a file its path>
description: <what it is for and where a person gets it>
required: true | false
[/DEPENDENCY_REQUEST]
- A required question and every dependency stop the work. Once you have asked, do nothing else and end your turn; the answer comes in the next message.
- A question with required: false and a default does not stop it: go on with the default at once. If a person answers, you are told.
- Ask everything that you need at once, and nothing twice. What was denied or skipped you do without.
- What you cannot repair you report with mcp__ccs__report_error, or with this block:
[ERROR]
type: ${AGENT_ERROR_TYPES.join(' | ')}
message: <what went wrong>
details: <more>
[/ERROR]
- A key or variable that a person provides is an environment variable under the name that you asked for. Code reads it from the environment. Never print its value and never write it into a file.`;

/** Which secrets are there already: names only. Empty when there are none. */
export function providedVariables(environment: Readonly<Record<string, string>>): string {
  const names = Object.keys(environment);
  return names.length === 0 ? '' : `Environment variables that people provided: ${names.sort().join(', ')}.`;
}
