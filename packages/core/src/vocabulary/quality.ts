/*
 * Verification and review (platform specification C and G).
 */

/** `inconclusive`: the verifier itself failed, which is neither a pass nor a fail. */
export const VERDICTS = ['passed', 'failed', 'inconclusive'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The verdict on one criterion. `not_checked`: nothing could be said, as when the files are missing. */
export const CRITERION_VERDICTS = ['pass', 'fail', 'not_checked'] as const;
export type CriterionVerdict = (typeof CRITERION_VERDICTS)[number];

/** How one rework attempt ended: everything passes, less fails than before, or no better. */
export const REWORK_RESULTS = ['success', 'partial', 'failed'] as const;
export type ReworkResult = (typeof REWORK_RESULTS)[number];

/** Rework attempts for one claim of completion, before a person must look. */
export const MAX_REWORK_ATTEMPTS = 3;

/** Verifier runs that may fail in a row before the review opens without a verdict. */
export const MAX_VERIFIER_FAILURES = 3;

/**
 * Who opens the gate after a phase. `manual`: a person. `auto_if_verified`: by itself if verification passed, else a
 * person. `auto`: by itself; the review is still recorded.
 */
export const GATE_POLICIES = ['manual', 'auto_if_verified', 'auto'] as const;
export type GatePolicy = (typeof GATE_POLICIES)[number];

/** What a person says about a file or some lines of it. */
export const FEEDBACK_KINDS = ['comment', 'change_request'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export const FEEDBACK_STATES = ['open', 'resolved'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];
