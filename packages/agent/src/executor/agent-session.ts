import {
  type Options,
  type Query,
  query,
  type SDKUserMessage,
  type SpawnedProcess,
  type SpawnOptions,
} from '@anthropic-ai/claude-agent-sdk';
import { SYSTEM_PROMPT_APPEND } from '../prompt/system-prompt.ts';
import { createCcsTools, type ClaimHandlers } from './ccs-tools.ts';
import { DISALLOWED_TOOLS, FILE_WRITING_TOOLS, type PermissionDecision } from './permission-policy.ts';

/** What one conversation with Claude Code needs. This module loads the SDK: import it when an agent starts. */
export interface AgentSessionOptions {
  readonly input: AsyncIterable<SDKUserMessage>;
  readonly workspace: string;
  readonly env: Record<string, string>;
  readonly executable: string;
  readonly sessionId: string;
  /** Whether the session exists and is resumed. */
  readonly resume: boolean;
  readonly abort: AbortController;
  readonly decide: (tool: string, input: Readonly<Record<string, unknown>>) => PermissionDecision;
  readonly claims: ClaimHandlers;
  readonly spawn: (options: SpawnOptions) => SpawnedProcess;
}

/** Starts Claude Code with nothing of the machine's or the project's settings, and our policy for every tool call. */
export function startAgentSession(options: AgentSessionOptions): Query {
  return query({ prompt: options.input, options: queryOptions(options) });
}

function queryOptions(options: AgentSessionOptions): Options {
  const { sessionId, decide } = options;
  return {
    cwd: options.workspace,
    env: options.env,
    pathToClaudeCodeExecutable: options.executable,
    spawnClaudeCodeProcess: options.spawn,
    abortController: options.abort,
    ...(options.resume ? { resume: sessionId } : { sessionId }),
    systemPrompt: { type: 'preset', preset: 'claude_code', append: SYSTEM_PROMPT_APPEND, snapshot: false },
    settingSources: [],
    strictMcpConfig: true,
    mcpServers: { ccs: createCcsTools(options.claims) },
    mcpServersDelivery: 'initialize',
    includePartialMessages: true,
    forwardSubagentText: true,
    disallowedTools: [...DISALLOWED_TOOLS],
    permissionMode: 'default',
    canUseTool: async (tool, input) => {
      const decision = decide(tool, input);
      return decision.behavior === 'allow' ? { behavior: 'allow', updatedInput: input } : decision;
    },
    hooks: {
      // Claude Code asks canUseTool only when its own rules say "ask"; the hook sees every call that writes a file.
      PreToolUse: [
        {
          matcher: FILE_WRITING_TOOLS.join('|'),
          hooks: [
            async (input) => {
              if (input.hook_event_name !== 'PreToolUse') return {};
              const decision = decide(input.tool_name, input.tool_input as Record<string, unknown>);
              return {
                hookSpecificOutput: {
                  hookEventName: 'PreToolUse',
                  permissionDecision: decision.behavior,
                  ...(decision.behavior === 'deny' ? { permissionDecisionReason: decision.message } : {}),
                },
              };
            },
          ],
          onFailure: 'block',
        },
      ],
    },
  };
}
