import type { AgentEnvironment } from './agent-environment.ts';
import type { AgentLogger } from './logger.ts';

/** What every run of one runner shares. */
export interface RunnerContext {
  readonly dataDir: string;
  readonly environment: AgentEnvironment;
  readonly demoModelUrl: () => Promise<string>;
  /** The program to run; null when there is none. */
  readonly executable: () => string | null;
  readonly maxContinuations: number;
  readonly maxRetries: number | undefined;
  /** Values that must not appear in logs and failures. */
  readonly secrets: readonly string[];
  readonly logger: AgentLogger;
}
