import type { PermissionAsk } from '@ccs/core/task/model/asks';
import type { Language, LocalizedText } from '@ccs/core/vocabulary/language';
import { createHash } from 'node:crypto';
import { describeCall, shellCommand } from './describe-call.ts';
import { cut } from './log-data.ts';
import { FILE_WRITING_TOOLS, writtenPath } from './permission-policy.ts';
import type { Redact } from './redactor.ts';
import type { ToolCall } from './tool-call.ts';

const MAX_RULE = 4_000;

/** What "allow for this task" would allow, and its key: the same rule has the same key. */
interface Rule {
  readonly rule: LocalizedText;
  readonly about: readonly string[];
}

/** A call as a person is asked about it, in the language of the task; without secrets. */
export function permissionFor(
  call: Pick<ToolCall, 'tool' | 'input'>,
  about: { readonly workspace: string; readonly redact: Redact; readonly language: Language },
): { readonly permission: PermissionAsk; readonly description: string } {
  const { tool, input } = call;
  const { summary, description } = describeCall(call, about);
  const kind = ruleFor(call);
  return {
    permission: {
      tool,
      summary,
      callKey: digest([tool, canonical(input)]),
      ruleKey: digest(kind.about),
      rule: cut(about.redact(kind.rule[about.language]), MAX_RULE),
    },
    description,
  };
}

function ruleFor({ tool, input }: Pick<ToolCall, 'tool' | 'input'>): Rule {
  const path = writtenPath(tool, input);
  if (FILE_WRITING_TOOLS.includes(tool)) {
    // What is in there decides which programs git runs: not a file of the project.
    return path !== null && /(?:^|[\\/])\.git(?:[\\/]|$)/i.test(path)
      ? { rule: { en: `${tool} ${path}`, ko: `${tool} ${path}` }, about: ['git file', tool, path] }
      : {
          rule: { en: 'Edit files in the workspace', ko: '작업 폴더의 파일 편집' },
          about: ['edit files'],
        };
  }
  const command = shellCommand({ tool, input });
  if (command !== null) {
    const rule = { en: 'Run exactly this command', ko: '이 명령을 그대로 실행' };
    return { rule, about: ['command', tool, command] };
  }
  const host = tool === 'WebFetch' ? hostOf(input['url']) : null;
  if (host !== null) {
    return {
      rule: { en: `Read web pages of ${host}`, ko: `${host}의 웹 페이지 읽기` },
      about: ['host', host],
    };
  }
  return { rule: { en: `Use the tool ${tool}`, ko: `${tool} 도구 사용` }, about: ['tool', tool] };
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
