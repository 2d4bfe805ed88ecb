import type { Script } from '../../scenario/script.ts';
import { appFiles } from '../app-files.ts';
import { askForWebhook } from '../asks/webhook.ts';
import { inSteps, type PhaseContext, phaseClaim, writes } from './phase-context.ts';

/** How many steps are done before the app needs to know where reminders go. */
const STEPS_BEFORE_ASKING = 2;

/**
 * Phase 3: the project, file by file, and one run of its tests before the phase is claimed. Before the server is written
 * it asks for the address of reminders, and stops until that is settled.
 */
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
  const webhook = askForWebhook(context);
  const before = moves.slice(0, STEPS_BEFORE_ASKING);
  if (webhook.kind !== 'settled') {
    return { moves: [...before, ...webhook.moves], closing: webhook.kind === 'stop' ? webhook.closing : '' };
  }
  const after = moves.slice(STEPS_BEFORE_ASKING);
  const [next] = after;
  if (next && webhook.say !== '') next.say = `${webhook.say}\n\n${next.say}`;
  const command = 'npm test';
  const run = { name: 'Bash', input: { command, description: narration.smoke, timeout: 120_000 } };
  const smoke = { say: lastClaim + narration.smoke, calls: [run] };
  const paths = groups.flatMap((files) => Object.keys(files));
  return {
    moves: [...before, ...webhook.moves, ...after, smoke],
    closing: phaseClaim(context, paths, false),
  };
}
