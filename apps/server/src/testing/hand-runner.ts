import type {
  AgentRunner,
  PhaseRun,
  RunInbox,
  RunReporter,
  RunResult,
  StopSignal,
  VerifyResult,
  VerifyRun,
  WorkingRun,
} from '@ccs/core/ports/agent-runner';
import type { PendingInput } from '@ccs/core/task/model/pending-input';
import { NO_USAGE } from '@ccs/core/task/model/usage';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';

/** An agent whose end a test decides: for races that no real agent can be made to run into. */
export interface HandRun {
  /** What it was given; a conversation has no phase. */
  readonly run: WorkingRun & Partial<PhaseRun>;
  readonly reporter: RunReporter;
  /** What people said to it while it worked. */
  readonly heard: readonly PendingInput[];
  readonly inbox: RunInbox;
  /** Whether the platform told it to stop. */
  readonly stopped: boolean;
  end(result: RunResult): void;
}

/** A verifier whose verdict a test decides. */
export interface HandVerification {
  readonly run: VerifyRun;
  readonly stopped: boolean;
  end(result: VerifyResult): void;
}

/** Its agents stop only when `end` is called, as slow ones do. */
export class HandRunner implements AgentRunner {
  readonly runs: HandRun[] = [];
  readonly verifications: HandVerification[] = [];
  readonly #verifiesByHand: boolean;

  /** @param options.verifiesByHand leaves the verdicts to the test; else everything passes at once. */
  constructor({ verifiesByHand = false }: { readonly verifiesByHand?: boolean } = {}) {
    this.#verifiesByHand = verifiesByHand;
  }

  runPhase(run: PhaseRun, reporter: RunReporter, inbox: RunInbox, signal: StopSignal): Promise<RunResult> {
    return this.#work(run, reporter, inbox, signal);
  }

  runChat(run: WorkingRun, reporter: RunReporter, inbox: RunInbox, signal: StopSignal): Promise<RunResult> {
    return this.#work(run, reporter, inbox, signal);
  }

  verifyPhase(run: VerifyRun, _: Pick<RunReporter, 'log'>, signal: StopSignal): Promise<VerifyResult> {
    if (!this.#verifiesByHand) return Promise.resolve(verified(run.phase));
    return new Promise((resolve) => {
      this.verifications.push({
        run,
        get stopped() {
          return signal.aborted;
        },
        end: resolve,
      });
    });
  }

  async reapOrphans(): Promise<number> {
    return 0;
  }

  /** The newest run of a task. */
  of(taskId: TaskId): HandRun | undefined {
    return this.runs.findLast((each) => each.run.taskId === taskId);
  }

  #work(run: WorkingRun, reporter: RunReporter, inbox: RunInbox, signal: StopSignal): Promise<RunResult> {
    const heard: PendingInput[] = [];
    inbox.listen((input) => heard.push(input));
    return new Promise((resolve) => {
      this.runs.push({
        run,
        reporter,
        heard,
        inbox,
        get stopped() {
          return signal.aborted;
        },
        end: resolve,
      });
    });
  }
}

export const COMPLETED: RunResult = {
  outcome: 'completed',
  outputs: [],
  baseCommit: null,
  commit: null,
  usage: NO_USAGE,
};
export const INTERRUPTED: RunResult & VerifyResult = { outcome: 'interrupted', usage: NO_USAGE };
export const BLOCKED: RunResult = { outcome: 'blocked', usage: NO_USAGE };

/** A verdict on every criterion of a phase: all pass, but those that are named. */
export function verified(phase: PhaseDefinition, failed: readonly string[] = []): VerifyResult {
  return {
    outcome: 'verified',
    report: {
      verdict: failed.length > 0 ? 'failed' : 'passed',
      criteria: phase.criteria.map(({ key }) => ({
        key,
        verdict: failed.includes(key) ? 'fail' : 'pass',
        checkedBy: 'program',
        reason: failed.includes(key) ? 'A test says so.' : 'It holds.',
        evidence: [],
        advice: failed.includes(key) ? 'Mend it.' : null,
      })),
      tests: null,
      failure: null,
    },
    usage: NO_USAGE,
  };
}
