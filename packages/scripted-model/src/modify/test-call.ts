import type { Conversation } from '../conversation/conversation.ts';
import { readRun } from '../demo/phases/test-run.ts';
import { type Call, resultOf, wasDenied } from '../scenario/script.ts';
import type { ChangeRun } from './documents.ts';
import type { Change } from './plan-change.ts';

/** Coverage and caches that the project does not ignore must not become part of the change. Only untracked files go. */
export function cleanCall(description: string): Call {
  const left = ".nyc_output coverage .tap .pytest_cache ':(glob)**/__pycache__/**'";
  return { name: 'Bash', input: { command: `git clean -fdq -- ${left}`, description } };
}

/** The call that runs the tests of the project; where there are none to run, one that shows what has changed. */
export function testCall({ command }: Change, says: { run: string; status: string }): Call {
  const input = command
    ? { command, description: says.run }
    : { command: 'git status --short', description: says.status };
  return { name: 'Bash', input: { ...input, timeout: 300_000 } };
}

/** What the agent says when it makes a call: what the call says of itself. */
export function sayOf({ input }: Call): string {
  return String(input['description']);
}

const QUOTED_LINES = 20;

/** How the test command ended. Whatever it printed, its exit code decides. */
export function runOf(test: Call, conversation: Conversation, since: number, isTest: boolean): ChangeRun {
  const result = resultOf(test, conversation, since);
  const run = readRun(result);
  const printed = conversation.workingDirectories
    .reduce((text, folder) => text.replaceAll(`${folder}/`, ''), result?.text ?? '')
    .replace(/\u001b\[[0-9;]*m/g, '')
    .replace(/`{3,}/g, "'''");
  const lines = printed
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const output = lines.slice(-QUOTED_LINES).join('\n') || '–';
  const denied = wasDenied(test, conversation, since);
  return { ...run, output, denied, ok: isTest && result !== undefined && !result.isError };
}
