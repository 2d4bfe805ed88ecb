import type { Conversation, ToolCall } from '../../conversation/conversation.ts';
import type { PhasePosition } from '../../conversation/phase-prompt.ts';
import { type Call, type Move, resultOf } from '../../scenario/script.ts';
import type { Narration } from '../narration.ts';
import type { Project } from '../project/project.ts';

/** What a phase's script is made from: the project, and how far the conversation has come. */
export interface PhaseContext {
  project: Project;
  narration: Narration;
  conversation: Conversation;
  position: PhasePosition;
}

/** The calls that write these files. */
export function writes(files: Record<string, string>): Call[] {
  return Object.entries(files).map(([file_path, content]) => ({
    name: 'Write',
    input: { file_path, content },
  }));
}

/** What a call of this phase resulted in so far. */
export function outcome(
  call: Call,
  { conversation, position }: Pick<PhaseContext, 'conversation' | 'position'>,
): ToolCall['result'] {
  return resultOf(call, conversation, position.since);
}

/** A step's own part of a phase: what is said, what is done. */
export interface StepMove {
  step: number;
  say: string;
  calls: Call[];
  /** Claim the step by the typed tool instead of the text marker, when the tool is there. */
  byTool?: boolean;
  /** False when the step's result forbids to claim it. */
  claim?: boolean;
  /** True when the step leaves no file, so that its result is needed in this conversation. */
  always?: boolean;
}

/**
 * Turn steps into messages: each message first says that the step before it is complete, as an agent does that reports
 * when it goes on. `last` are the words with which the phase ends.
 */
export function inSteps(
  steps: StepMove[],
  context: Pick<PhaseContext, 'conversation' | 'position'>,
): { moves: Move[]; lastClaim: string } {
  const { phase } = context.position;
  const hasTool = context.conversation.hasTool(COMPLETE_STEP);
  let claimed = '';
  let claims: Call[] = [];
  const moves = steps.map(({ step, say, calls, byTool, claim, always }) => {
    const move = { say: claimed + say, calls: [...claims, ...calls], ...(always ? {} : { step }) };
    const useTool = byTool === true && hasTool;
    // A message without calls is never said, so what it would have claimed stays to be said.
    const unsaid = move.calls.length === 0 ? claimed : '';
    claimed = unsaid + (claim === false || useTool ? '' : `=== STEP ${phase}.${step} COMPLETE ===\n\n`);
    claims = useTool && claim !== false ? [{ name: COMPLETE_STEP, input: { phase, step } }] : [];
    return move;
  });
  return { moves, lastClaim: claimed };
}

const COMPLETE_STEP = 'mcp__ccs__complete_step';

/** The marker block that ends a phase (platform specification D3). */
export function phaseClaim(
  { position, narration, project }: PhaseContext,
  paths: string[],
  documents = true,
): string {
  const { phase, name } = position;
  const { done } = narration;
  const shown = project.language === 'ko' ? (KOREAN_NAMES[phase] ?? name) : name;
  const list = paths.map((path) => `- ${path}`).join('\n');
  const heading = documents ? done.documents : done.files;
  return `=== PHASE ${phase} COMPLETE ===\n${done.completed}: Phase ${phase} (${shown})\n${heading}:\n${list}`;
}

const KOREAN_NAMES: Record<number, string> = { 1: '기획', 2: '설계', 3: '개발', 4: '테스트' };
