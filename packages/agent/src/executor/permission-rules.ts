import type { PermissionAsk } from '@ccs/core/task/model/asks';
import { createHash } from 'node:crypto';
import { cut } from './log-data.ts';
import { FILE_WRITING_TOOLS, writtenPath } from './permission-policy.ts';
import type { Redact } from './redactor.ts';
import type { ToolCall } from './tool-call.ts';
import { summarizeToolUse } from './tool-summary.ts';

const MAX_DESCRIPTION = 4_000;
const SHELLS: ReadonlySet<string> = new Set(['Bash', 'PowerShell']);

/** What "allow for this task" would allow, and its key: the same rule has the same key. */
interface Rule {
  readonly rule: string;
  readonly about: readonly string[];
}

/** A call as a person is asked about it; without secrets. */
export function permissionFor(
  call: Pick<ToolCall, 'tool' | 'input'>,
  workspace: string,
  redact: Redact,
): { readonly permission: PermissionAsk; readonly description: string } {
  const { tool, input } = call;
  const { rule, about } = ruleFor(call);
  return {
    permission: {
      tool,
      summary: summarizeToolUse(tool, input, workspace, redact),
      callKey: digest([tool, canonical(input)]),
      ruleKey: digest(about),
      rule: cut(redact(rule), MAX_DESCRIPTION),
    },
    description: cut(redact(describe(call)), MAX_DESCRIPTION),
  };
}

function ruleFor({ tool, input }: Pick<ToolCall, 'tool' | 'input'>): Rule {
  const path = writtenPath(tool, input);
  if (FILE_WRITING_TOOLS.includes(tool)) {
    // What is in there decides which programs git runs: not a file of the project.
    return path !== null && /(?:^|[\\/])\.git(?:[\\/]|$)/i.test(path)
      ? { rule: `${tool} ${path}`, about: ['git file', tool, path] }
      : { rule: 'Edit files in the workspace', about: ['edit files'] };
  }
  const command = input['command'];
  if (SHELLS.has(tool) && typeof command === 'string') {
    return { rule: `Run exactly this command: ${command}`, about: ['command', tool, command] };
  }
  const host = tool === 'WebFetch' ? hostOf(input['url']) : null;
  if (host !== null) return { rule: `Read web pages of ${host}`, about: ['host', host] };
  return { rule: `Use the tool ${tool}`, about: ['tool', tool] };
}

function describe({ tool, input }: Pick<ToolCall, 'tool' | 'input'>): string {
  const command = input['command'];
  if (SHELLS.has(tool) && typeof command === 'string') return command;
  return JSON.stringify(input, null, 2);
}

function hostOf(url: unknown): string | null {
  try {
    return new URL(String(url)).host || null;
  } catch {
    return null;
  }
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** JSON whose keys are in order, so that the same input is the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
