import {
  createSdkMcpServer,
  type McpSdkServerConfigWithInstance,
  tool,
} from '@anthropic-ai/claude-agent-sdk';
import { z } from 'zod';
import type { ClaimAnswer } from './phase-progress.ts';

/** What the agent claims through the tools; the answer says what is missing. */
export interface ClaimHandlers {
  claimStep(phase: number, step: number): Promise<ClaimAnswer>;
  claimPhase(phase: number): Promise<ClaimAnswer>;
}

const phase = z.number().int().positive().describe('The number of the phase');

/** The in-process MCP server `ccs`: the protocol's signals as typed tools, answered at once. */
export function createCcsTools(handlers: ClaimHandlers): McpSdkServerConfigWithInstance {
  return createSdkMcpServer({
    name: 'ccs',
    alwaysLoad: true,
    tools: [
      tool(
        'complete_step',
        'Tell the platform that a step of the current phase is complete. Fails and names what is missing when its outputs are not on disk.',
        { phase, step: z.number().int().positive().describe('The number of the step within the phase') },
        async (input) =>
          answer(`Step ${input.phase}.${input.step}`, await handlers.claimStep(input.phase, input.step)),
      ),
      tool(
        'complete_phase',
        'Tell the platform that the whole phase is complete. Fails and names what is missing when outputs are not on disk.',
        { phase, summary: z.string().max(4000).optional().describe('What was done, in a few sentences') },
        async (input) => answer(`Phase ${input.phase}`, await handlers.claimPhase(input.phase)),
      ),
    ],
  });
}

function answer(subject: string, missing: ClaimAnswer) {
  const accepted = missing.length === 0;
  const text = accepted
    ? `${subject} is complete.`
    : `${subject} is not complete. Missing:\n${missing.map((line) => `- ${line}`).join('\n')}\nWrite it, then claim again.`;
  return { content: [{ type: 'text' as const, text }], isError: !accepted };
}
