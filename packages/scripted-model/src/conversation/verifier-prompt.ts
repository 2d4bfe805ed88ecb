import type { Conversation } from './conversation.ts';
import { fencedIn, withoutFences } from './fences.ts';
import { type Brief, readBrief } from './phase-prompt.ts';

/** What a verifier is asked. */
export interface Verification {
  phase: number;
  name: string;
  brief: Brief;
  /** Keys of the criteria to judge. */
  keys: string[];
  /** Files that the phase leaves or changed, relative to the working folder. */
  paths: string[];
  /** True when nothing is told of what the phase changed. */
  changesNothing: boolean;
  /** The platform's own run of the tests; undefined when there was none. */
  tests?: { command: string; passed: boolean };
}

/** The tool by which Claude Code takes an answer of a given shape. */
export const ANSWER_TOOL = 'StructuredOutput';

const HEADING = /^\s*Verify Phase (\d+) \(([^)\n]+)\)/;

/** The verification that a conversation is about, or undefined when it is about something else. */
export function readVerification(conversation: Conversation): Verification | undefined {
  const prompt = conversation.userTexts.find(({ text }) => HEADING.test(text));
  if (!prompt || !conversation.hasTool(ANSWER_TOOL)) return undefined;
  const { text } = prompt;
  const [, phase, name = ''] = HEADING.exec(text) ?? [];
  const own = withoutFences(text);
  const tests = fencedIn(text, 'test_run');
  const changes = fencedIn(text, 'changes') ?? '';
  return {
    phase: Number(phase),
    name,
    brief: readBrief([text, languageLine(own)]),
    keys: keysIn(own),
    paths: [...new Set([...outputsIn(own), ...changedIn(changes)])],
    changesNothing: changes.trim() === '',
    ...(tests === undefined ? {} : { tests: testsIn(tests) }),
  };
}

function testsIn(text: string): { command: string; passed: boolean } {
  return { command: /^command: (.+)$/m.exec(text)?.[1] ?? '', passed: /^passed: yes$/m.test(text) };
}

function languageLine(text: string): string {
  return `Language: ${/advice in Korean\b/.test(text) ? 'ko' : 'en'}`;
}

function keysIn(text: string): string[] {
  const list = text.split('Judge exactly these criteria')[1]?.split('How to judge:')[0] ?? '';
  return [...list.matchAll(/^- ([a-z0-9_]+):/gim)].map((match) => match[1] ?? '');
}

/** The files in a list of steps: `- 1.3 Personas → docs/planning/03_persona.md`. */
export function outputsIn(text: string): string[] {
  return [...text.matchAll(/^- \d+\.\d+ [^\n]* → ([^\n]+)$/gm)]
    .flatMap((match) => (match[1] ?? '').split(', '))
    .filter((path) => /^[\w./-]+$/.test(path));
}

/** The files of `git diff --stat`: ` src/store.js | 12 +++`. Shortened and renamed ones are left out. */
function changedIn(stat: string): string[] {
  return [...stat.matchAll(/^ ?(\S+) +\| +(?:\d+|Bin)/gm)]
    .map((match) => match[1] ?? '')
    .filter((path) => !path.startsWith('...') && !path.includes('{'));
}
