import type { Timestamp } from '../../kernel/event.ts';
import type { RunId, VerificationId } from '../../vocabulary/ids.ts';
import type { ReworkResult } from '../../vocabulary/quality.ts';
import type { RecordedTaskEvent } from './events.ts';
import type { VerificationReport } from './verification-report.ts';

/** One verification of one phase. */
export interface VerificationState extends VerificationReport {
  readonly verificationId: VerificationId;
  readonly phase: number;
  readonly runId: RunId;
  readonly createdAt: Timestamp;
}

/** One attempt to mend what verification found (platform specification G, `ReworkAttempt`). */
export interface ReworkAttempt {
  readonly phase: number;
  readonly attemptNumber: number;
  /** The verification that failed. */
  readonly verificationId: VerificationId;
  readonly failedCriteria: readonly string[];
  readonly reworkPrompt: string;
  readonly startedAt: Timestamp;
  /** When the next verification had its verdict. */
  readonly completedAt: Timestamp | null;
  readonly result: ReworkResult | null;
}

/** All verifications and rework attempts of a task, oldest first. */
export interface Verifications {
  readonly reports: readonly VerificationState[];
  readonly reworks: readonly ReworkAttempt[];
}

export const NO_VERIFICATIONS: Verifications = { reports: [], reworks: [] };

export function evolveVerifications(state: Verifications, event: RecordedTaskEvent): Verifications {
  switch (event.type) {
    case 'VerificationCompleted': {
      const report: VerificationState = { ...event.payload, createdAt: event.timestamp };
      return {
        reports: [...state.reports, report],
        reworks: state.reworks.map((rework) =>
          rework.phase === report.phase && rework.completedAt === null ? judgeRework(rework, report) : rework,
        ),
      };
    }
    case 'ReworkStarted': {
      const { attempt, prompt, ...rest } = event.payload;
      return {
        ...state,
        reworks: [
          ...state.reworks,
          {
            ...rest,
            attemptNumber: attempt,
            reworkPrompt: prompt,
            startedAt: event.timestamp,
            completedAt: null,
            result: null,
          },
        ],
      };
    }
    default:
      return state;
  }
}

/** The keys of the criteria that a report says fail. */
export function failedCriteria(report: VerificationReport): readonly string[] {
  return report.criteria.filter((each) => each.verdict === 'fail').map((each) => each.key);
}

function judgeRework(rework: ReworkAttempt, report: VerificationState): ReworkAttempt {
  // Without a verdict nothing is known yet; the next verification tells.
  if (report.verdict === 'inconclusive') return rework;
  const left = failedCriteria(report);
  const result =
    report.verdict === 'passed'
      ? 'success'
      : left.length < rework.failedCriteria.length
        ? 'partial'
        : 'failed';
  return { ...rework, completedAt: report.createdAt, result };
}
