import {
  type McpSdkServerConfigWithInstance,
  type Options,
  type Query,
  query,
  type SDKUserMessage,
  type SpawnedProcess,
  type SpawnOptions,
} from '@anthropic-ai/claude-agent-sdk';
import { DISALLOWED_TOOLS } from './permission-policy.ts';
import { permissionHooks } from './permission-hooks.ts';
import type { DecideTool, ToolCall } from './tool-call.ts';

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
  readonly spawn: (options: SpawnOptions) => SpawnedProcess;
  /** Appended to Claude Code's own system prompt. */
  readonly systemPrompt: string;
  readonly decide: DecideTool;
  /** Told when a tool has returned, in the order of the calls; true ends the turn. */
  readonly endsTurn?: (call: ToolCall) => boolean;
  /** The built-in tools that exist; Claude Code's own choice when absent. */
  readonly tools?: readonly string[];
  /** The platform's own tools, as the server `ccs`. */
  readonly ccsTools?: McpSdkServerConfigWithInstance;
  /** The JSON schema that the result's `structured_output` must have. */
  readonly outputSchema?: Record<string, unknown>;
}

/** Starts Claude Code with nothing of the machine's or the project's settings, and our policy for every tool call. */
export function startAgentSession(options: AgentSessionOptions): Query {
  return query({ prompt: options.input, options: queryOptions(options) });
}

function queryOptions(options: AgentSessionOptions): Options {
  const { sessionId, tools, ccsTools, outputSchema } = options;
  return {
    cwd: options.workspace,
    env: options.env,
    pathToClaudeCodeExecutable: options.executable,
    spawnClaudeCodeProcess: options.spawn,
    abortController: options.abort,
    ...(options.resume ? { resume: sessionId } : { sessionId }),
    systemPrompt: { type: 'preset', preset: 'claude_code', append: options.systemPrompt, snapshot: false },
    settingSources: [],
    strictMcpConfig: true,
    ...(ccsTools ? { mcpServers: { ccs: ccsTools } } : {}),
    mcpServersDelivery: 'initialize',
    includePartialMessages: true,
    forwardSubagentText: true,
    ...(tools ? { tools: [...tools] } : {}),
    ...(outputSchema ? { outputFormat: { type: 'json_schema' as const, schema: outputSchema } } : {}),
    disallowedTools: [...DISALLOWED_TOOLS],
    permissionMode: 'default',
    ...permissionHooks(options.decide, options.endsTurn),
  };
}
