import {
  createSdkMcpServer,
  type McpSdkServerConfigWithInstance,
  tool,
} from '@anthropic-ai/claude-agent-sdk';
import { AGENT_ERROR_TYPES, DEPENDENCY_TYPES, QUESTION_CATEGORIES } from '@ccs/core/vocabulary/asks';
import { z } from 'zod';
import type { PlatformTools, ToolAnswer } from './platform-tools.ts';

const phase = z.number().int().positive().describe('The number of the phase');
const text = (max: number) => z.string().trim().min(1).max(max);

/** The in-process MCP server `ccs`: the protocol's signals as typed tools, answered at once. */
export function createCcsTools(tools: PlatformTools): McpSdkServerConfigWithInstance {
  return createSdkMcpServer({
    name: 'ccs',
    alwaysLoad: true,
    tools: [
      ...(tools.completion ? completionTools(tools.completion) : []),
      ...askingTools(tools),
      ...(tools.proposeResolution ? [proposeResolutionTool(tools.proposeResolution)] : []),
    ],
  });
}

function completionTools({ claimStep, claimPhase }: NonNullable<PlatformTools['completion']>) {
  return [
    tool(
      'complete_step',
      'Tell the platform that a step of the current phase is complete. Fails and names what is missing when its outputs are not on disk.',
      { phase, step: z.number().int().positive().describe('The number of the step within the phase') },
      async (input) => result(await claimStep(input.phase, input.step)),
    ),
    tool(
      'complete_phase',
      'Tell the platform that the whole phase is complete. Fails and names what is missing when outputs are not on disk.',
      { phase, summary: z.string().max(4000).optional().describe('What was done, in a few sentences') },
      async (input) => result(await claimPhase(input.phase)),
    ),
  ];
}

function askingTools({ askUser, requestDependency, reportError }: PlatformTools) {
  return [
    tool(
      'ask_user',
      'Put one question to a person. A required question stops the work until it is answered: end your turn then. With required: false and a default, go on with the default at once.',
      {
        question: text(4000),
        category: z.enum(QUESTION_CATEGORIES).default('clarification'),
        options: z.array(text(500)).max(20).default([]).describe('Answers to choose from, if there are any'),
        multi_select: z.boolean().default(false).describe('Whether several options may be chosen'),
        default: text(2000).optional().describe('What you do when nobody answers'),
        required: z.boolean().default(true),
      },
      async ({ multi_select: multiSelect, default: fallback, ...question }, extra) =>
        result(await askUser({ ...question, multiSelect, default: fallback ?? null }, toolUseIdOf(extra))),
    ),
    tool(
      'request_dependency',
      'Ask a person for something that you can neither make nor get yourself: an API key or environment variable (by the name of the variable), a file (by its path in the working folder), access to a service, a permission, a package. Work stops until it is there: end your turn then.',
      {
        type: z.enum(DEPENDENCY_TYPES),
        name: text(255),
        description: z.string().trim().max(4000).default('').describe('What it is for and where to get it'),
        required: z.boolean().default(true).describe('false: the person may skip it'),
      },
      async (input, extra) => result(await requestDependency(input, toolUseIdOf(extra))),
    ),
    tool(
      'report_error',
      'Tell the person about something that went wrong and that you cannot repair. It does not end anything: go on, or ask.',
      { type: z.enum(AGENT_ERROR_TYPES), message: text(4000), details: z.string().max(16_000).optional() },
      async ({ type, message, details }) =>
        result(await reportError({ type, message, details: details ?? null })),
    ),
  ];
}

function proposeResolutionTool(propose: NonNullable<PlatformTools['proposeResolution']>) {
  return tool(
    'propose_resolution',
    'Say how you dealt with one piece of feedback of the review. The person decides whether it is resolved.',
    { feedback_id: text(64), note: text(4000).describe('What you changed, or why nothing had to change') },
    async (input) => result(await propose(input.feedback_id, input.note)),
  );
}

function result({ text: words, isError }: ToolAnswer) {
  return { content: [{ type: 'text' as const, text: words }], isError };
}

/** Claude Code names the call in the request's metadata. */
function toolUseIdOf(extra: unknown): string | null {
  const { _meta: meta } = (extra ?? {}) as { _meta?: Record<string, unknown> };
  const id = meta?.['claudecode/toolUseId'];
  return typeof id === 'string' ? id : null;
}
