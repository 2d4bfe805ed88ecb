import { findPipeline } from '@ccs/contract/vocabulary';
import type { CreateTaskBody, PhaseDto } from '@ccs/contract';
import type { Locale } from '../../lib/format.ts';

/** Who opens the gate after a phase. */
export type Reviewer = PhaseDto['gate'];

/** Where a project to be changed comes from. */
export const SOURCES = ['task', 'folder', 'git'] as const;

/** What the form holds; also what it keeps between visits. */
export interface Draft
  extends Required<Pick<CreateTaskBody, 'type' | 'title' | 'prompt' | 'priority' | 'language'>> {
  readonly reviewer: Reviewer;
  /** Phases that are reviewed otherwise, by their number. */
  readonly gates: Readonly<Record<string, Reviewer>>;
  /** Tools that change things wait for permission. */
  readonly asksFirst: boolean;
  /** When an optional question is answered by its default, in minutes; '' = as the server is set. */
  readonly timeout: string;
  readonly source: (typeof SOURCES)[number];
  readonly sourceTask: string;
  readonly folder: string;
  readonly url: string;
  readonly ref: string;
}

export function emptyDraft(language: Locale): Draft {
  return {
    type: 'create_app',
    title: '',
    prompt: '',
    priority: 'normal',
    language,
    reviewer: 'manual',
    gates: {},
    asksFirst: false,
    timeout: '',
    source: 'task',
    sourceTask: '',
    folder: '',
    url: '',
    ref: '',
  };
}

/** The types that the form has words for. */
export function kindOf({ type }: Pick<Draft, 'type'>): 'create_app' | 'modify_app' | 'custom' {
  return type === 'modify_app' || type === 'custom' ? type : 'create_app';
}

/** The fields that can be missing or wrong; also their ids on the page. */
export type RequiredField = 'source' | 'prompt' | 'title';

/** What must be filled in before the draft can be sent, the first to be gone to first. */
export function missingFields(draft: Draft): readonly RequiredField[] {
  const missing: RequiredField[] = [];
  if (draft.type === 'modify_app' && sourceValue(draft) === '') missing.push('source');
  if (draft.type !== 'custom' && draft.title.trim() === '') missing.push('title');
  if (draft.prompt.trim() === '') missing.push('prompt');
  return missing;
}

function sourceValue({ source, sourceTask, folder, url }: Draft): string {
  return { task: sourceTask, folder, git: url }[source].trim();
}

const TITLE_LENGTH = 60;

/** The first line of what a conversation begins with, cut between words: its title. */
export function titleOf(prompt: string): string {
  const line = prompt.trim().split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${(space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** The draft as it is sent. */
export function bodyOf(draft: Draft): CreateTaskBody {
  const { type, prompt, priority, language, asksFirst, timeout } = draft;
  const minutes = Number.parseInt(timeout, 10);
  return {
    type,
    title: draft.title.trim() === '' ? titleOf(prompt) : draft.title,
    prompt,
    priority,
    language,
    autoApprove: draft.reviewer === 'auto',
    gates: gatesOf(draft),
    autoAccept: !asksFirst,
    ...(Number.isNaN(minutes) ? {} : { questionTimeoutMinutes: minutes }),
    ...(type === 'modify_app' ? { workspace: workspaceOf(draft) } : {}),
  };
}

function gatesOf({ type, reviewer, gates }: Draft): Record<string, Reviewer> {
  const numbers = (findPipeline(type)?.phases ?? []).map(({ number }) => String(number));
  const chosen = numbers.map((number) => [number, gates[number] ?? reviewer] as const);
  // What `autoApprove` says already is not said again.
  const said = reviewer === 'auto' ? 'auto' : 'manual';
  return Object.fromEntries(chosen.filter(([, gate]) => gate !== said));
}

function workspaceOf({ source, sourceTask, folder, url, ref }: Draft): CreateTaskBody['workspace'] {
  if (source === 'task') return { kind: 'task', taskId: sourceTask };
  if (source === 'folder') return { kind: 'folder', path: folder.trim() };
  return { kind: 'git', url: url.trim(), ...(ref.trim() === '' ? {} : { ref: ref.trim() }) };
}
