import type { LogLineDto } from '@ccs/contract';
import {
  Bot,
  FilePen,
  FilePlus,
  FileText,
  FolderSearch,
  Globe,
  ListChecks,
  Search,
  SquareTerminal,
  Wrench,
  type LucideIcon,
} from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  Bash: SquareTerminal,
  Read: FileText,
  Write: FilePlus,
  Edit: FilePen,
  MultiEdit: FilePen,
  NotebookEdit: FilePen,
  Glob: FolderSearch,
  LS: FolderSearch,
  Grep: Search,
  WebFetch: Globe,
  WebSearch: Globe,
  Task: Bot,
  Agent: Bot,
  TodoWrite: ListChecks,
};

export function toolIcon(tool: string | undefined): LucideIcon {
  return ICONS[tool ?? ''] ?? Wrench;
}

/** A tool's name as people say it: `mcp__ccs__complete_step` is "complete step". */
export function toolName(tool: string | undefined): string {
  const name = tool ?? '';
  return name.startsWith('mcp__') ? (name.split('__').at(-1) ?? name).replaceAll('_', ' ') : name;
}

/** What the call is about: the line's text without the tool's name, which stands before it. */
export function toolSummary({ tool = '', text }: LogLineDto): string {
  const names = [tool, tool.split('__').at(-1) ?? ''];
  const name = names.find((each) => each !== '' && (text === each || text.startsWith(`${each} `)));
  return name === undefined ? text : text.slice(name.length).trim();
}
