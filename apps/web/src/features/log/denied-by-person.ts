/** What Claude Code puts before the words of a hook that stops a call, such as `PreToolUse:Bash hook error: `. */
const HOOK = /^PreToolUse:\S* hook error:\s*/;

/** Whether the result of a call says that a person did not allow it: the agent's words for it, not the person's. */
export function isDeniedByPerson(text: string): boolean {
  return text.replace(HOOK, '').startsWith('A person does not allow');
}
