import type { DependencyDto } from '@ccs/contract';

export type Permission = NonNullable<DependencyDto['permission']>;

const SHELLS: readonly string[] = ['Bash', 'PowerShell'];
const FILE_TOOLS: readonly string[] = ['Write', 'Edit', 'MultiEdit', 'NotebookEdit'];

/** Whether the call writes a file, so that what stands beside it is a preview of what it would write. */
export function writesFile({ tool }: Permission): boolean {
  return FILE_TOOLS.includes(tool);
}

/** What a call is about, for where the name of its tool stands before it. */
export function callText({ tool, summary }: Permission): string {
  return summary.startsWith(`${tool} `) ? summary.slice(tool.length + 1) : summary;
}

/**
 * What "allow for this task" allows, as a key below `ask`. A rule for one path begins with the tool's name: it reaches
 * less than files of the workspace, and like every rule that has no words here it stands as the server wrote it.
 */
export function ruleKey(permission: Permission): 'ruleCommand' | 'ruleFiles' | 'rule' | null {
  const { tool, rule } = permission;
  if (rule === '') return null;
  if (SHELLS.includes(tool)) return 'ruleCommand';
  return writesFile(permission) && !rule.startsWith(`${tool} `) ? 'ruleFiles' : 'rule';
}
