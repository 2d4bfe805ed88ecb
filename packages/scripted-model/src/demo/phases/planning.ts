import type { Call, Script } from '../../scenario/script.ts';
import { colourQuestion } from '../asks/colour.ts';
import { mayAsk } from '../asks/offered.ts';
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

/** The document that at first promises what another one leaves out, so that there is something to verify. */
export const ROADMAP = 'docs/planning/09_roadmap.md';
const SLIP = { en: ', accounts and sharing', ko: ', 계정과 공유' };

/**
 * Phase 1: nine documents; a subagent looks at the market; two steps are claimed by the typed tool. It asks one question
 * that nobody must answer, and its roadmap contradicts the product definition until a rework repairs it.
 */
export function planning(context: PhaseContext): Script {
  const { project, narration } = context;
  const steps = documentSteps(project, DOCUMENTS, narration.planning, [4, 7]);
  const last = steps.at(-1);
  if (last && !context.position.rework) last.calls = writes({ [ROADMAP]: contradictoryRoadmap(project) });
  const { moves, lastClaim } = inSteps(steps, context);
  const [first, market] = moves;
  if (first && mayAsk(context)) first.say += `\n\n${colourQuestion(project.kind, project.language)}`;
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

/** The roadmap as it is written first. */
export function contradictoryRoadmap(project: Project): string {
  return writeDocument(project, 'planning/09_roadmap', { slip: SLIP[project.language] });
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
