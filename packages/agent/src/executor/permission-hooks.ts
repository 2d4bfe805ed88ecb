import type { HookCallback, Options } from '@anthropic-ai/claude-agent-sdk';
import { type DecideTool, NOT_HELD_BACK, type ToolCall, type ToolDecision } from './tool-call.ts';

/**
 * Puts our decision before every tool call: the PreToolUse hook sees them all, in subagents, too. Claude Code may ask
 * canUseTool on top of it (always for AskUserQuestion).
 */
export function permissionHooks(
  decide: DecideTool,
  endsTurn: ((call: ToolCall) => boolean) | undefined,
): Pick<Options, 'canUseTool' | 'hooks'> {
  const before: HookCallback = async (hook) => {
    if (hook.hook_event_name !== 'PreToolUse') return {};
    return hookOutput(await decide(callOf(hook)));
  };
  const after: HookCallback = async (hook) => {
    if (hook.hook_event_name !== 'PostToolUse' && hook.hook_event_name !== 'PostToolUseFailure') return {};
    return endsTurn?.(callOf(hook)) ? { continue: false } : {};
  };
  return {
    canUseTool: async (tool, input, { toolUseID, agentID }) => {
      const decision = await decide({ tool, input, toolUseId: toolUseID, agentId: agentID ?? null });
      if (decision.behavior === 'allow') {
        return { behavior: 'allow', updatedInput: decision.updatedInput ?? input };
      }
      if (decision.behavior === 'deny') {
        const { message, stop } = decision;
        return { behavior: 'deny', message, ...(stop ? { interrupt: true } : {}) };
      }
      // Only the hook can hold a call back; after a resume Claude Code does not always ask it.
      return { behavior: 'deny', message: NOT_HELD_BACK, interrupt: true };
    },
    hooks: {
      PreToolUse: [{ hooks: [before], onFailure: 'block' }],
      ...(endsTurn ? { PostToolUse: [{ hooks: [after] }], PostToolUseFailure: [{ hooks: [after] }] } : {}),
    },
  };
}

function callOf(hook: {
  readonly tool_name: string;
  readonly tool_input: unknown;
  readonly tool_use_id: string;
  readonly agent_id?: string;
}): ToolCall {
  return {
    tool: hook.tool_name,
    input: (hook.tool_input ?? {}) as Record<string, unknown>,
    toolUseId: hook.tool_use_id,
    agentId: hook.agent_id ?? null,
  };
}

function hookOutput(decision: ToolDecision): Awaited<ReturnType<HookCallback>> {
  return {
    ...(decision.behavior === 'deny' && decision.stop ? { continue: false } : {}),
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: decision.behavior,
      ...(decision.behavior === 'deny' ? { permissionDecisionReason: decision.message } : {}),
      ...(decision.behavior === 'allow' && decision.updatedInput
        ? { updatedInput: decision.updatedInput }
        : {}),
    },
  };
}
