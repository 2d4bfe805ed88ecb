import { type PhasePosition, readPhase } from '../conversation/phase-prompt.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';

/** Which requests of a session a fault strikes. Requests of subagents are always spared. */
export interface When {
  /** Only requests in this phase. Default: any. */
  phase?: number;
  /** How many requests to let pass first. Default 0. */
  after?: number;
  /** How many requests to strike, after which the scenario behaves. Default 1; `Infinity` for always. */
  times?: number;
}

/** True when the fault called `name` strikes this request. Counts the request, by Claude session. */
export function strikes(name: string, when: When, request: ScenarioRequest): boolean {
  const { conversation, sessionId, counters } = request;
  if (conversation.agentId !== undefined) return false;
  if (when.phase !== undefined && readPhase(conversation)?.phase !== when.phase) return false;
  const before = counters.take(sessionId, name);
  const after = when.after ?? 0;
  return before >= after && before < after + (when.times ?? 1);
}

/** Which turns of a phase misbehave. Read from the conversation, so it holds over restarts and forks. */
export interface WhichTurns {
  phase?: number;
  /** How many turns of the phase misbehave before one goes well. Default 1; `Infinity` for all. */
  times?: number;
}

/** The position of a request whose turn is to misbehave, else undefined. */
export function misbehaving(which: WhichTurns, { conversation }: ScenarioRequest): PhasePosition | undefined {
  if (conversation.agentId !== undefined) return undefined;
  const position = readPhase(conversation);
  if (position === undefined || (which.phase ?? position.phase) !== position.phase) return undefined;
  return position.prompts.length <= (which.times ?? 1) ? position : undefined;
}
