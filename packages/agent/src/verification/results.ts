import type { CriterionResult, Evidence } from '@ccs/core/task/model/verification-report';
import { cut } from './cut.ts';

/** Evidence of one criterion that a report keeps. */
export const MAX_EVIDENCE = 10;
const MAX_EVIDENCE_TEXT = 300;
const MAX_REASON = 1_000;

/** A program's result: it holds. */
export function passes(key: string, reason: string): CriterionResult {
  return { key, verdict: 'pass', checkedBy: 'program', reason, evidence: [], advice: null };
}

/** A program's result: it does not hold. Evidence beyond the first ten is left out; the reason should say how much there is. */
export function fails(
  key: string,
  reason: string,
  evidence: readonly Evidence[],
  advice: string,
): CriterionResult {
  return {
    key,
    verdict: 'fail',
    checkedBy: 'program',
    reason: cut(reason, MAX_REASON),
    evidence: boundedEvidence(evidence),
    advice,
  };
}

/** Nothing could be said about it, and that is no fault of the work. */
export function notChecked(
  key: string,
  reason: string,
  checkedBy: CriterionResult['checkedBy'] = 'program',
): CriterionResult {
  return { key, verdict: 'not_checked', checkedBy, reason, evidence: [], advice: null };
}

/** At most ten pieces, each text at most 300 characters. */
export function boundedEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence
    .slice(0, MAX_EVIDENCE)
    .map((each) => ({ ...each, text: cut(each.text.trim(), MAX_EVIDENCE_TEXT) }));
}
