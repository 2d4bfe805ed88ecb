import type { RunReporter, StopSignal, VerifyResult, VerifyRun } from '@ccs/core/ports/agent-runner';
import type { CriterionResult, VerificationReport } from '@ccs/core/task/model/verification-report';
import type { Criterion } from '@ccs/core/vocabulary/pipelines/criterion';
import { atDesk, logFailure, type RunDesk, type UnfinishedEnd } from '../executor/run-desk.ts';
import type { RunnerContext } from '../executor/runner-context.ts';
import { verifierPrompt } from '../prompt/verifier-prompt.ts';
import { askVerifier } from './ask-verifier.ts';
import { inLanguage } from './checks/check.ts';
import { readDocuments } from './checks/documents.ts';
import type { TestOutcome } from './checks/tests-pass.ts';
import { phaseChanges } from './phase-changes.ts';
import { redactReport } from './redact-report.ts';
import { criterionWords, TESTS_START, testsEndWords } from './log-words.ts';
import { notChecked } from './results.ts';
import { type ProgramFindings, runProgramChecks } from './run-program-checks.ts';
import { runProjectTests } from './run-project-tests.ts';
import { testEnvironment } from './test-environment.ts';

const TEST_TIMEOUT_MS = 10 * 60_000;
const MAX_OUTPUT_TAIL = 4_000;

interface Verified {
  readonly outcome: 'verified';
  readonly report: VerificationReport;
}

/**
 * Checks a phase: programs first, then an agent with read-only tools for the criteria that need judgement (none is started
 * when there are none, or when outputs are missing: there is nothing to judge then). The verdict is `failed` when any
 * criterion fails, else `inconclusive` when the verifier gave no verdict: what the programs found is kept either way. A
 * failed run is one in which nothing could be checked; nothing is thrown.
 */
export function verifyPhase(
  context: RunnerContext,
  run: VerifyRun,
  reporter: Pick<RunReporter, 'log'>,
  signal: StopSignal,
): Promise<VerifyResult> {
  return atDesk<Verified>({ context, run, phase: run.phase.number, reporter, signal }, (desk) =>
    verify(context, run, desk),
  );
}

async function verify(
  context: RunnerContext,
  run: VerifyRun,
  desk: RunDesk,
): Promise<Verified | UnfinishedEnd> {
  const { workspacePath, phase } = run;
  const path = context.environment.PATH;
  const documents = await readDocuments(workspacePath, phase);
  const findings = await runProgramChecks(
    phase.criteria,
    { run, documents, path, signal: desk.signal },
    () => runTests(context, run, desk),
    (result) => logResult(desk, run, result),
  );
  if (desk.signal.aborted) return { outcome: 'interrupted' };

  const judged = await judgeCriteria(context, run, desk, findings);
  if (judged === 'interrupted') return { outcome: 'interrupted' };
  const failure = 'failure' in judged ? judged.failure : null;
  if (failure) logFailure(desk, failure);
  const verdicts = 'failure' in judged ? unjudged(run) : judged.verdicts;
  const criteria = inOrder(phase.criteria, [...findings.results, ...verdicts]);
  const isFailed = criteria.some(({ verdict }) => verdict === 'fail');
  const isInconclusive = failure !== null && !isFailed;
  const report: VerificationReport = {
    verdict: isFailed ? 'failed' : isInconclusive ? 'inconclusive' : 'passed',
    criteria,
    tests: findings.tests,
    failure: isInconclusive ? failure : null,
  };
  return { outcome: 'verified', report: redactReport(report, desk.redactor.redact) };
}

/** The verdicts on the criteria that programs cannot decide. */
async function judgeCriteria(
  context: RunnerContext,
  run: VerifyRun,
  desk: RunDesk,
  { results, tests }: ProgramFindings,
): ReturnType<typeof askVerifier> {
  const { phase, language, workspacePath } = run;
  const criteria = forVerifier(run);
  const [first, ...rest] = criteria.map(({ key }) => key);
  if (first === undefined) return { verdicts: [] };
  if (isMissingOutputs(phase.criteria, results)) {
    const reason = inLanguage(language, {
      en: 'Not judged, because outputs are missing.',
      ko: '산출물이 빠져 있어 판정하지 않았습니다.',
    });
    return { verdicts: criteria.map(({ key }) => notChecked(key, reason, 'verifier')) };
  }
  const changes = await phaseChanges(workspacePath, phase.number, context.environment.PATH);
  const prompt = verifierPrompt({ run, criteria, programResults: results, tests, ...changes });
  const end = await askVerifier(context, desk, { run, prompt, keys: [first, ...rest] });
  if (end !== 'interrupted' && 'verdicts' in end) {
    for (const result of end.verdicts) logResult(desk, run, result);
  }
  return end;
}

/** The verifier's criteria when it gave no verdict. */
function unjudged(run: VerifyRun): readonly CriterionResult[] {
  const reason = inLanguage(run.language, {
    en: 'The verifier gave no verdict.',
    ko: '검증자가 판정을 내리지 않았습니다.',
  });
  return forVerifier(run).map(({ key }) => notChecked(key, reason, 'verifier'));
}

function forVerifier({ phase }: VerifyRun): readonly Criterion[] {
  return phase.criteria.filter(({ check }) => check.kind === 'verifier');
}

function isMissingOutputs(criteria: readonly Criterion[], results: readonly CriterionResult[]): boolean {
  const key = criteria.find(({ check }) => check.kind === 'outputs_exist')?.key;
  return results.some((result) => result.key === key && result.verdict === 'fail');
}

async function runTests(context: RunnerContext, run: VerifyRun, desk: RunDesk): Promise<TestOutcome> {
  desk.log('system', TESTS_START);
  const result = await runProjectTests(run.workspacePath, {
    timeoutMs: TEST_TIMEOUT_MS,
    env: await testEnvironment(context, run),
    runId: run.runId,
    signal: desk.signal,
  });
  if (result.command === null) return null;
  const { command, exitCode, passed, durationMs, missingProgram } = result;
  if (missingProgram !== null) return { missingProgram };
  const outputTail = desk.redactor.redact(result.outputTail).slice(-MAX_OUTPUT_TAIL);
  desk.log('system', testsEndWords(command, exitCode), {
    isError: !passed,
    data: { event: 'tests', outputTail },
  });
  return { command, exitCode, passed, durationMs, outputTail };
}

function logResult({ log }: RunDesk, { phase }: VerifyRun, result: CriterionResult): void {
  const { key, verdict, checkedBy, evidence } = result;
  log('system', criterionWords(phase.criteria, result), {
    isError: verdict === 'fail',
    data: { event: 'criterion', key, verdict, checkedBy, evidence },
  });
}

function inOrder(
  criteria: readonly Criterion[],
  results: readonly CriterionResult[],
): readonly CriterionResult[] {
  return criteria.flatMap(({ key }) => results.find((result) => result.key === key) ?? []);
}
