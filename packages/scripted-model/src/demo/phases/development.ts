import type { Script } from '../../scenario/script.ts';
import { appFiles } from '../app-files.ts';
import { inSteps, type PhaseContext, phaseClaim, writes } from './phase-context.ts';

/** Phase 3: the project, file by file, and one run of its tests before the phase is claimed. */
export function development(context: PhaseContext): Script {
  const { project, narration } = context;
  const groups = appFiles(project);
  const steps = groups.map((files, index) => ({
    step: index + 1,
    say: narration.development[index] ?? '',
    calls: writes(files),
    byTool: index === 1,
  }));
  const { moves, lastClaim } = inSteps(steps, context);
  const command = 'npm test';
  const run = { name: 'Bash', input: { command, description: narration.smoke, timeout: 120_000 } };
  moves.push({ say: lastClaim + narration.smoke, calls: [run] });
  const paths = groups.flatMap((files) => Object.keys(files));
  return { moves, closing: phaseClaim(context, paths, false) };
}
