import type { Script } from '../../scenario/script.ts';
import { inSteps, outcome, type PhaseContext, phaseClaim } from './phase-context.ts';
import { documentSteps, pathsOf } from './planning.ts';

const DOCUMENTS = [
  'design/01_screens',
  'design/02_data_model',
  'design/03_task_flow',
  'design/04_api',
  'design/05_architecture',
];

const COMPLETE_PHASE = 'mcp__ccs__complete_phase';

/** Phase 2: five documents; the phase is claimed by the typed tool when it is there, else by the marker. */
export function design(context: PhaseContext): Script {
  const { project, narration, conversation, position } = context;
  const steps = documentSteps(project, DOCUMENTS, narration.design, [2]);
  const { moves, lastClaim } = inSteps(steps, context);
  const paths = pathsOf(DOCUMENTS);
  const claim = phaseClaim(context, paths);
  if (!conversation.hasTool(COMPLETE_PHASE)) return { moves, closing: lastClaim + claim };
  const call = {
    name: COMPLETE_PHASE,
    input: { phase: position.phase, summary: `${project.title}: ${paths.length} ✓` },
  };
  moves.push({ say: lastClaim.trim() || narration.done.completed, calls: [call] });
  const result = outcome(call, context);
  const accepted = result !== undefined && !result.isError && position.prompts.length === 1;
  return { moves, closing: accepted ? `${narration.done.completed}: ${paths.join(', ')}` : claim };
}
