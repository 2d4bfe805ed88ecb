import type { Conversation } from '../conversation/conversation.ts';
import type { PhasePosition } from '../conversation/phase-prompt.ts';
import type { Script, Span } from '../scenario/script.ts';
import { chosenColour } from './asks/colour.ts';
import { recolour } from './asks/recolour.ts';
import { narrationOf } from './narration.ts';
import { design } from './phases/design.ts';
import { development } from './phases/development.ts';
import type { PhaseContext } from './phases/phase-context.ts';
import { planning } from './phases/planning.ts';
import { testing } from './phases/testing.ts';
import { projectOf } from './project/project.ts';
import { reworkPart } from './rework/rework.ts';

/** The phases, in order. */
const PHASES: ((context: PhaseContext) => Script)[] = [planning, design, development, testing];

/** What is played in a phase of `create_app`, and from where on the history counts; undefined for a phase it has not. */
export function createApp(
  position: PhasePosition,
  conversation: Conversation,
): { script: Script; span: Span } | undefined {
  const phase = PHASES[position.phase - 1];
  if (!phase) return undefined;
  const project = projectOf(position.brief, chosenColour(conversation)?.colour);
  const context = { project, narration: narrationOf(project), conversation, position };
  const { moves, closing } = phase(context);
  const rework = position.rework ? reworkPart(position.rework, context) : { moves: [] };
  const reminder = position.reminder ?? rework.reminder;
  return {
    script: { moves: [...moves, ...recolour(context), ...rework.moves], closing },
    span: { ...position, ...(reminder ? { reminder } : {}) },
  };
}
