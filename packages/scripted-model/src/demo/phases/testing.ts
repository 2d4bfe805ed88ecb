import { type Call, type Script, wasDenied } from '../../scenario/script.ts';
import { writeDocument } from '../documents/write-document.ts';
import { inSteps, outcome, type PhaseContext, phaseClaim, writes } from './phase-context.ts';
import { agentCall } from './subagents.ts';
import { readRun, reportValues } from './test-run.ts';

const PLAN = 'docs/testing/01_test_plan.md';
const REPORT = 'docs/testing/04_test_report.md';

/** Phase 4: plan, run, walk, review, report. What the report says is read from the results in the conversation. */
export function testing(context: PhaseContext): Script {
  const { project, narration } = context;
  const [planSay = '', testSay = '', walkSay = '', reviewSay = '', reportSay = ''] = narration.testing;
  const test = bash('npm test', testSay);
  const walk = bash('node scripts/walk.js', walkSay);
  const tested = readRun(outcome(test, context));
  const walked = readRun(outcome(walk, context));
  const report = writeDocument(
    project,
    'testing/04_test_report',
    reportValues(tested, walked, {
      language: project.language,
      denied: [test, walk].some((call) => wasDenied(call, context.conversation, context.position.since)),
    }),
  );
  const steps = [
    { step: 1, say: planSay, calls: writes({ [PLAN]: writeDocument(project, 'testing/01_test_plan') }) },
    { step: 2, say: testSay, calls: [test], claim: tested.ok, always: true },
    { step: 3, say: walkSay, calls: [walk], claim: walked.ok, always: true },
    { step: 4, say: reportSay, calls: writes({ [REPORT]: report }) },
  ];
  const { moves, lastClaim } = inSteps(steps, context);
  const last = moves[3];
  if (last) {
    const review = agentCall(project, 'reviewer', 'Review the project');
    moves.splice(3, 0, { say: last.say.replace(reportSay, reviewSay), calls: [review] });
    last.say = reportSay;
  }
  return { moves, closing: lastClaim + phaseClaim(context, [PLAN, REPORT]) };
}

function bash(command: string, description: string): Call {
  return { name: 'Bash', input: { command, description, timeout: 120_000 } };
}
