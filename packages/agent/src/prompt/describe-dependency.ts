import type { PendingInput } from '@ccs/core/task/model/pending-input';
import type { PermissionAsk } from '@ccs/core/task/model/asks';
import { fenceAsData } from './data-fence.ts';

type ResolvedDependency = Extract<PendingInput, { kind: 'dependency' }>;

/** What became of something that the agent asked for, and what it does now. Never a value. */
export function describeDependency(input: ResolvedDependency): string {
  if (input.permission) return describePermission(input, input.permission);
  const what = fenceAsData('request', `${input.type} ${input.name}`);
  switch (input.status) {
    case 'provided':
      return describeProvided(input, what);
    case 'skipped':
      return `A person skipped this: do without it, and do not ask for it again.\n${what}`;
    case 'denied':
      return `A person denied this: do without it, and do not ask for it again.\n${what}`;
  }
}

function describeProvided({ type, name, filePath }: ResolvedDependency, what: string): string {
  if (filePath !== null) {
    return `A person provided this file.\n${what}\nIt is in the working folder at:\n${fenceAsData('file_path', filePath)}`;
  }
  if (type === 'api_key' || type === 'env_variable') {
    return `A person provided what you asked for: the environment variable ${name} is set now. Never print its value.`;
  }
  return `A person provided this; it is there now.\n${what}`;
}

function describePermission(
  { status, scope }: ResolvedDependency,
  { tool, summary, rule }: PermissionAsk,
): string {
  const call = fenceAsData('request', `${tool}: ${summary}`);
  if (status !== 'provided') {
    return `A person does not allow this call: do not make it again, and do not reach the same by another way. Do without it.\n${call}`;
  }
  if (scope === 'task') {
    return `A person allows this call, and for the rest of this task every call like it. Make it again now.\n${call}\nAllowed:\n${fenceAsData('request', rule)}`;
  }
  return `A person allows this call once. Make it again now, exactly as it was.\n${call}`;
}
