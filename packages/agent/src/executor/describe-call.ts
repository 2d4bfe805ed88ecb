import type { Language } from '@ccs/core/vocabulary/language';
import { cut } from './log-data.ts';
import { FILE_WRITING_TOOLS, writtenPath } from './permission-policy.ts';
import { previewChange, previewContent } from './preview-change.ts';
import type { Redact } from './redactor.ts';
import type { ToolCall } from './tool-call.ts';
import { fromWorkspace, oneLine, summarizeToolUse, tellingField } from './tool-summary.ts';

const MAX_SUMMARY = 4_000;
const MAX_DESCRIPTION = 1_000;
const MAX_FIELDS = 8;
const SHELLS: ReadonlySet<string> = new Set(['Bash', 'PowerShell']);

/** The command that a call gives to a shell; null for other calls. */
export function shellCommand({ tool, input }: Pick<ToolCall, 'tool' | 'input'>): string | null {
  const command = input['command'];
  return SHELLS.has(tool) && typeof command === 'string' ? command : null;
}

/**
 * A call as a person decides about it; without secrets. `summary` is the whole command of a shell, `Write path` or `Edit
 * path`, or the tool and one line of its input. `description` is what the agent says of its command, the first lines of
 * what is written, or the fields of the input: at most 1,000 characters.
 */
export function describeCall(
  call: Pick<ToolCall, 'tool' | 'input'>,
  { workspace, redact, language }: { workspace: string; redact: Redact; language: Language },
): { readonly summary: string; readonly description: string } {
  const { tool, input } = call;
  const clean = cleaner(redact);
  const command = shellCommand(call);
  if (command !== null) {
    return { summary: cut(redact(command), MAX_SUMMARY), description: clean(input['description']) };
  }
  const path = FILE_WRITING_TOOLS.includes(tool) ? writtenPath(tool, input) : null;
  if (path !== null) {
    const verb = tool === 'Write' ? 'Write' : 'Edit';
    const place = fromWorkspace(redact(path), workspace).replace(/\s+/g, ' ');
    return {
      summary: cut(`${verb} ${place}`, MAX_SUMMARY),
      description: clean(whatIsWritten(input, redact, language)),
    };
  }
  const telling = tellingField(input);
  const lines = fieldLines(input).map(([name, text]) => ({
    name,
    line: oneLine(redact(`${name}: ${text}`)),
  }));
  const [first, ...others] = lines;
  const rest = telling === undefined ? others : lines.filter(({ name }) => name !== telling);
  return {
    summary:
      telling === undefined
        ? oneLine(`${tool} ${first?.line ?? ''}`)
        : summarizeToolUse(tool, input, workspace, redact),
    description: clean(
      rest
        .slice(0, MAX_FIELDS)
        .map(({ line }) => line)
        .join('\n'),
    ),
  };
}

/** The fields of an input with their texts; of an object within it each field, such as `options.limit` with `5`. */
function fieldLines(input: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof input !== 'object' || input === null) return name === '' ? [] : [[name, String(input)]];
  return Object.entries(input).flatMap(([key, value]: [string, unknown]) =>
    fieldLines(value, name === '' ? key : `${name}.${key}`),
  );
}

function whatIsWritten(input: Readonly<Record<string, unknown>>, redact: Redact, language: Language): string {
  const text = (value: unknown) => (typeof value === 'string' ? redact(value) : '');
  const content = text(input['content'] ?? input['new_source']);
  if (content !== '') return previewContent(content, language);
  const edits = Array.isArray(input['edits']) ? (input['edits'] as readonly unknown[]) : [input];
  return previewChange(
    edits.map((edit) => {
      const { old_string: before, new_string: after } = (edit ?? {}) as Record<string, unknown>;
      return { before: text(before), after: text(after) };
    }),
    language,
  );
}

function cleaner(redact: Redact): (value: unknown) => string {
  return (value) => {
    const text = typeof value === 'string' ? redact(value.trimEnd()) : '';
    return text.length > MAX_DESCRIPTION ? `${text.slice(0, MAX_DESCRIPTION - 1)}…` : text;
  };
}
