import type { Failure } from '../../vocabulary/failures.ts';
import type { CriterionVerdict, Verdict } from '../../vocabulary/quality.ts';

/** Where the reason of a verdict can be seen. */
export interface Evidence {
  /** Relative to the workspace. */
  readonly path: string;
  /** 1-based; null = the whole file. */
  readonly line: number | null;
  readonly text: string;
}

/** The verdict on one criterion. */
export interface CriterionResult {
  readonly key: string;
  readonly verdict: CriterionVerdict;
  readonly checkedBy: 'program' | 'verifier';
  /** Why, in a sentence or two. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  /** What to do about a failed criterion; null when it passes. */
  readonly advice: string | null;
}

/** How the project's own tests ended when the platform ran them. */
export interface TestRun {
  readonly command: string;
  /** Null when they could not be started or did not end in time. */
  readonly exitCode: number | null;
  readonly passed: boolean;
  readonly durationMs: number;
  /** The end of what they printed, at most 4,000 characters. */
  readonly outputTail: string;
}

/** What one verification of a phase found. */
export interface VerificationReport {
  readonly verdict: Verdict;
  readonly criteria: readonly CriterionResult[];
  readonly tests: TestRun | null;
  /** Why the verifier could not give a verdict; null unless inconclusive. */
  readonly failure: Failure | null;
}
