import type { VerificationReport } from '@ccs/core/task/model/verification-report';
import type { Redact } from '../executor/redactor.ts';

/** The report without secrets: reasons, evidence and what tests printed may quote files that hold some. */
export function redactReport(report: VerificationReport, redact: Redact): VerificationReport {
  const { failure } = report;
  return {
    ...report,
    failure: failure?.details ? { ...failure, details: redact(failure.details) } : failure,
    criteria: report.criteria.map((result) => ({
      ...result,
      reason: redact(result.reason),
      advice: result.advice === null ? null : redact(result.advice),
      evidence: result.evidence.map((each) => ({ ...each, text: redact(each.text) })),
    })),
  };
}
