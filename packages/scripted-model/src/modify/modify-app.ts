import { posix } from 'node:path';
import type { Conversation } from '../conversation/conversation.ts';
import type { PhasePosition } from '../conversation/phase-prompt.ts';
import type { Rework } from '../conversation/rework-prompt.ts';
import { outputsIn } from '../conversation/verifier-prompt.ts';
import { inSteps, type StepMove } from '../demo/phases/phase-context.ts';
import { cut, tidy } from '../demo/project/text.ts';
import { answerReview } from '../demo/rework/answer-review.ts';
import {
  type Call,
  type Move,
  type Script,
  type Span,
  wasDenied,
  wentWellFirst,
} from '../scenario/script.ts';
import type { Facts } from './documents.ts';
import { en } from './documents-en.ts';
import { ko } from './documents-ko.ts';
import { SAYS } from './narration.ts';
import { type Change, planChange } from './plan-change.ts';
import { lookAtProject } from './project-look.ts';
import { cleanCall, runOf, sayOf, testCall } from './test-call.ts';

const DOCUMENTS = { en, ko };
const INSTALL =
  'if [ -d node_modules ] || ! git check-ignore -q node_modules; then echo ready; elif [ -f package-lock.json ]; then npm ci --no-audit --no-fund; else npm install --no-audit --no-fund --no-package-lock; fi';

/** True when the phase is one of `modify_app`: its documents lie in a folder of the task. */
export function isModifyApp({ name, prompts }: PhasePosition): boolean {
  if (name === 'Analysis' || name === 'Implementation') return true;
  return prompts.some(({ text }) => outputsIn(text).some((path) => path.startsWith('docs/changes/')));
}

/**
 * What is played in a phase of `modify_app`, on whatever project is there: it is read, a small function that suits the
 * request is planned, made and tested in the project's own style, and the report quotes the tests that really ran.
 */
export function modifyApp(
  position: PhasePosition,
  conversation: Conversation,
): { script: Script; span: Span } | undefined {
  const { brief, rework, prompts } = position;
  const says = SAYS[brief.language];
  const { moves: looks, look } = lookAtProject(conversation, says.look);
  if (!look) return { script: { moves: looks, closing: '' }, span: position };
  const request = cut(tidy(brief.prompt) || tidy(brief.title), 160)
    .replace(/[“”`|]/g, "'")
    .replace(/[.。]+$/, '');
  const wish = `${brief.title}\n${brief.prompt}`;
  const planned = planChange(look, wish, brief.language);
  const names = look.listed ? [] : pathsOf(planned).map(readCall);
  const taken = names
    .filter((name) => wentWellFirst(name, conversation))
    .map(({ input }) => input['file_path']);
  const change =
    taken.length === 0
      ? planned
      : planChange({ ...look, files: [...look.files, ...taken.map(String)] }, wish, brief.language);
  if (names.length > 0) looks.push({ say: says.free, calls: names, from: 0 });
  const facts: Facts = {
    request,
    look,
    change,
    denied: pathsOf(change).filter((path) =>
      wasDenied({ name: 'Write', input: { file_path: path } }, conversation),
    ),
  };
  const steps = stepsOf(position, conversation, facts);
  if (!steps) return undefined;
  const { moves, lastClaim } = inSteps(steps, { conversation, position });
  const mended = rework ? mend(rework, position, conversation, change) : [];
  const reminder = position.reminder ?? (rework?.failed ? { text: rework.failed, at: rework.at } : undefined);
  const paths = prompts.flatMap(({ text }) => outputsIn(text));
  const files = paths.length > 0 ? paths : pathsOf(change);
  const claim = `=== PHASE ${position.phase} COMPLETE ===\n${says.done}:\n${[...new Set(files)].map((path) => `- ${path}`).join('\n')}`;
  return {
    script: { moves: [...looks, ...moves, ...mended], closing: lastClaim + claim },
    span: { ...position, ...(reminder ? { reminder } : {}) },
  };
}

function pathsOf({ code, test }: Change): string[] {
  return [code.path, ...(test ? [test.path] : [])];
}

function readCall(path: string): Call {
  return { name: 'Read', input: { file_path: path } };
}

function stepsOf(position: PhasePosition, conversation: Conversation, facts: Facts): StepMove[] | undefined {
  const { language } = position.brief;
  const says = SAYS[language];
  const documents = DOCUMENTS[language];
  const { change } = facts;
  const folder = folderOf(conversation);
  const document = (step: number, name: string, text: string): StepMove => ({
    step,
    say: says.documents[name] ?? '',
    calls: [{ name: 'Write', input: { file_path: posix.join(folder, `${name}.md`), content: text } }],
  });
  const test = testCall(change, says);
  switch (position.phase) {
    case 1:
      return [
        document(1, '01_structure', documents.structure(facts)),
        document(2, '02_impact', documents.impact(facts)),
      ];
    case 2:
      return [
        document(1, '03_change_plan', documents.changePlan(facts)),
        document(2, '04_test_plan', documents.testPlan(facts)),
      ];
    case 3: {
      const install = change.installs
        ? [{ name: 'Bash', input: { command: INSTALL, description: says.install, timeout: 300_000 } }]
        : [];
      return [
        {
          step: 1,
          say: says.change(change.idea.name),
          calls: change.code.calls,
          claim: !facts.denied.includes(change.code.path),
        },
        { step: 2, say: says.test, calls: [...(change.test?.calls ?? []), ...install] },
        { step: 2, say: sayOf(test), calls: [test], claim: false },
        { step: 2, say: says.clean, calls: [cleanCall(says.clean)], claim: false },
      ];
    }
    case 4: {
      const run = runOf(test, conversation, position.since, change.command !== undefined);
      return [
        { step: 1, say: sayOf(test), calls: [test], claim: false, always: true },
        { step: 1, say: says.clean, calls: [cleanCall(says.clean)], claim: !run.denied, always: true },
        document(2, '05_test_report', documents.report(facts, run)),
      ];
    }
    default:
      return undefined;
  }
}

/** What a rework adds: what a reviewer asked for, or another run of the tests after what a program can repair by itself. */
function mend(rework: Rework, position: PhasePosition, conversation: Conversation, change: Change): Move[] {
  if (rework.failed === '') return answerReview(rework, { conversation, position });
  const says = SAYS[position.brief.language];
  const checker = /\b(eslint|standard|xo|prettier|biome)\b/.exec(rework.failed)?.[1];
  const command =
    checker && `npx --no-install ${FIXES[checker]} ${[change.code.path, change.test?.path ?? ''].join(' ')}`;
  const test = testCall(change, says);
  const moves: Move[] = [
    { say: sayOf(test), calls: [test], from: rework.at },
    { say: says.clean, calls: [cleanCall(says.clean)], from: rework.at },
  ];
  if (position.phase < 3) return [];
  if (command)
    moves.unshift({
      say: says.format,
      calls: [{ name: 'Bash', input: { command, description: says.format } }],
      from: rework.at,
    });
  return moves;
}

const FIXES: Record<string, string> = {
  eslint: 'eslint --fix',
  standard: 'standard --fix',
  xo: 'xo --fix',
  prettier: 'prettier --write',
  biome: 'biome check --write',
};

/** The folder of the documents, as any prompt of the conversation names it. */
function folderOf({ userTexts }: Conversation): string {
  const paths = userTexts.flatMap(({ text }) => outputsIn(text));
  const path = paths.find((each) => each.startsWith('docs/changes/'));
  return path === undefined ? 'docs/changes' : posix.dirname(path);
}
