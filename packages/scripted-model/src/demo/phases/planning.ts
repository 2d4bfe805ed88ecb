import type { Call, Script } from '../../scenario/script.ts';
import { writeDocument } from '../documents/write-document.ts';
import type { Project } from '../project/project.ts';
import { inSteps, type PhaseContext, phaseClaim, type StepMove, writes } from './phase-context.ts';
import { agentCall } from './subagents.ts';

const DOCUMENTS = [
  'planning/01_idea',
  'planning/02_market',
  'planning/03_persona',
  'planning/04_user_journey',
  'planning/05_business_model',
  'planning/06_product',
  'planning/07_features',
  'planning/08_tech',
  'planning/09_roadmap',
];

/** Phase 1: nine documents; a subagent looks at the market; two steps are claimed by the typed tool. */
export function planning(context: PhaseContext): Script {
  const { project, narration } = context;
  const { moves, lastClaim } = inSteps(
    documentSteps(project, DOCUMENTS, narration.planning, [4, 7]),
    context,
  );
  const market = moves[1];
  // The research comes between the idea and the market analysis, in a message of its own.
  if (market) {
    moves.splice(1, 0, {
      say: market.say.replace(narration.planning[1] ?? '', narration.research),
      calls: [research(project)],
    });
    market.say = narration.planning[1] ?? market.say;
  }
  return { moves, closing: lastClaim + phaseClaim(context, pathsOf(DOCUMENTS)) };
}

/** One step for each document. `byTool` are the numbers of the steps that are claimed by the typed tool. */
export function documentSteps(
  project: Project,
  names: string[],
  says: string[],
  byTool: number[],
): StepMove[] {
  return names.map((name, index) => ({
    step: index + 1,
    say: says[index] ?? '',
    calls: writes({ [`docs/${name}.md`]: writeDocument(project, name) }),
    byTool: byTool.includes(index + 1),
  }));
}

/** The paths of documents by their names. */
export function pathsOf(names: string[]): string[] {
  return names.map((name) => `docs/${name}.md`);
}

function research(project: Project): Call {
  return agentCall(project, 'market researcher', 'Research the market');
}
