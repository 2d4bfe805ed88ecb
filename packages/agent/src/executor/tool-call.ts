/** A call of a tool that Claude Code is about to make. */
export interface ToolCall {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly toolUseId: string;
  /** The subagent that makes it; null = the main thread. */
  readonly agentId: string | null;
}

/**
 * What the platform says to a call. `deny`: it does not run and the agent reads the message; with `stop` the turn ends, too.
 * `defer`: Claude Code ends with the call pending, and makes it when the session is resumed.
 */
export type ToolDecision =
  | { readonly behavior: 'allow'; readonly updatedInput?: Record<string, unknown> }
  | { readonly behavior: 'deny'; readonly message: string; readonly stop?: boolean }
  | { readonly behavior: 'defer' };

/** The result of a call that should have been held back, where Claude Code could not: it tells nothing of the answer. */
export const NOT_HELD_BACK = 'This call waits for a person. What becomes of it is said in the next message.';

/** Asked before every call of every tool, subagents' calls included. */
export type DecideTool = (call: ToolCall) => ToolDecision | Promise<ToolDecision>;
