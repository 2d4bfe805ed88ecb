import type { AgentRunner, PhaseRun, RunReporter, RunResult } from '@ccs/core/ports/agent-runner';
import { NO_USAGE } from '@ccs/core/task/model/usage';
import type { TaskId } from '@ccs/core/vocabulary/ids';

/** An agent whose end a test decides: for races that no real agent can be made to run into. */
export interface HandRun {
  readonly run: PhaseRun;
  readonly reporter: RunReporter;
  /** Whether the platform told it to stop. */
  readonly stopped: boolean;
  end(result: RunResult): void;
}

/** Its agents stop only when `end` is called, as slow ones do. */
export class HandRunner implements AgentRunner {
  readonly runs: HandRun[] = [];

  runPhase(run: PhaseRun, reporter: RunReporter, signal: AbortSignal): Promise<RunResult> {
    return new Promise((resolve) => {
      this.runs.push({
        run,
        reporter,
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
}

export const COMPLETED: RunResult = { outcome: 'completed', outputs: [], usage: NO_USAGE };
export const INTERRUPTED: RunResult = { outcome: 'interrupted', usage: NO_USAGE };
