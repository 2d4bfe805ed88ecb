import type { Timestamp } from '../../kernel/event.ts';
import type { VerificationId } from '../../vocabulary/ids.ts';
import type { ProgressStatus, StepEvidence } from '../../vocabulary/statuses.ts';
import { findPipeline } from '../../vocabulary/pipelines/registry.ts';
import type { TaskType } from '../../vocabulary/task-types.ts';
import type { OutputFile, PhaseCommits, RecordedTaskEvent } from './events.ts';

export interface StepState {
  readonly number: number;
  readonly status: ProgressStatus;
  readonly evidence: StepEvidence | null;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
}

export interface PhaseState extends PhaseCommits {
  readonly number: number;
  readonly status: ProgressStatus;
  readonly attempts: number;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
  readonly outputs: readonly OutputFile[];
  /** Why a complete phase is being worked on again: its verification failed, or a person asked for changes. */
  readonly reworkFor: 'verification' | 'review' | null;
  /** The verdict on what it produced last; null while there is none. */
  readonly verificationId: VerificationId | null;
  /** Verifier runs since then that gave no verdict. */
  readonly verifierFailures: number;
  /** Rework attempts since its last review. */
  readonly reworkAttempts: number;
  readonly steps: readonly StepState[];
}

export type Phases = readonly PhaseState[];

/** All phases of a type, untouched. */
export function createPhases(type: TaskType): Phases {
  return (findPipeline(type)?.phases ?? []).map((phase) => ({
    number: phase.number,
    status: 'pending',
    attempts: 0,
    startedAt: null,
    completedAt: null,
    outputs: [],
    reworkFor: null,
    verificationId: null,
    verifierFailures: 0,
    reworkAttempts: 0,
    baseCommit: null,
    commit: null,
    steps: phase.steps.map((step) => ({
      number: step.number,
      status: 'pending',
      evidence: null,
      startedAt: null,
      completedAt: null,
    })),
  }));
}

export function evolvePhases(phases: Phases, event: RecordedTaskEvent): Phases {
  switch (event.type) {
    case 'PhaseStarted':
      return updatePhase(phases, event.payload.phase, (phase) => ({
        ...phase,
        status: 'in_progress',
        attempts: event.payload.attempt,
        startedAt: phase.startedAt ?? event.timestamp,
      }));
    case 'StepStarted':
      return updateStep(phases, event.payload, (step) => ({
        ...step,
        status: 'in_progress',
        startedAt: step.startedAt ?? event.timestamp,
      }));
    case 'StepCompleted':
      return updateStep(phases, event.payload, (step) => ({
        ...step,
        status: 'completed',
        evidence: event.payload.evidence,
        startedAt: step.startedAt ?? event.timestamp,
        completedAt: event.timestamp,
      }));
    case 'PhaseCompleted':
      return updatePhase(phases, event.payload.phase, (phase) => ({
        ...phase,
        status: 'verifying',
        outputs: event.payload.outputs,
        baseCommit: event.payload.baseCommit,
        commit: event.payload.commit,
        reworkFor: null,
        verificationId: null,
        verifierFailures: 0,
      }));
    case 'VerificationCompleted': {
      const { verificationId, verdict } = event.payload;
      return updatePhase(phases, event.payload.phase, (phase) =>
        verdict === 'inconclusive'
          ? { ...phase, verifierFailures: phase.verifierFailures + 1 }
          : { ...phase, verificationId },
      );
    }
    case 'ReworkStarted':
      return updatePhase(phases, event.payload.phase, (phase) => ({
        ...phase,
        status: 'in_progress',
        attempts: phase.attempts + 1,
        reworkAttempts: event.payload.attempt,
        reworkFor: 'verification',
      }));
    case 'ReviewChangesRequested':
      return updatePhase(phases, event.payload.phase, (phase) => ({
        ...phase,
        status: 'in_progress',
        attempts: phase.attempts + 1,
        reworkFor: 'review',
      }));
    case 'ReviewCreated':
      return updatePhase(phases, event.payload.phase, (phase) => ({
        ...phase,
        status: 'review',
        reworkAttempts: 0,
      }));
    case 'TaskQueued':
      // Cancelled after its completion was claimed: what is on disk now is verified anew.
      return phases.map((phase) =>
        phase.status === 'review' || phase.status === 'verifying'
          ? { ...phase, status: 'verifying', verificationId: null, verifierFailures: 0, reworkAttempts: 0 }
          : phase,
      );
    case 'ReviewApproved':
      return updatePhase(phases, event.payload.phase, (phase) => ({
        ...phase,
        status: 'completed',
        completedAt: event.timestamp,
      }));
    case 'TaskFailed':
      return phases.map((phase) => (phase.status === 'in_progress' ? failPhase(phase) : phase));
    default:
      return phases;
  }
}

function failPhase(phase: PhaseState): PhaseState {
  return {
    ...phase,
    status: 'failed',
    steps: phase.steps.map((step) => (step.status === 'in_progress' ? { ...step, status: 'failed' } : step)),
  };
}

function updatePhase(phases: Phases, number: number, change: (phase: PhaseState) => PhaseState): Phases {
  return phases.map((phase) => (phase.number === number ? change(phase) : phase));
}

function updateStep(
  phases: Phases,
  at: { phase: number; step: number },
  change: (step: StepState) => StepState,
): Phases {
  return updatePhase(phases, at.phase, (phase) => ({
    ...phase,
    steps: phase.steps.map((step) => (step.number === at.step ? change(step) : step)),
  }));
}
