import type { ToolCall } from './tool-call.ts';

/** Built-in tools that change nothing. */
const READING_TOOLS: ReadonlySet<string> = new Set([
  'Read',
  'Glob',
  'Grep',
  'LS',
  'NotebookRead',
  'TodoRead',
  'TodoWrite',
  'TaskGet',
  'TaskList',
  'TaskOutput',
  'BashOutput',
]);

/** Tools that only arrange work: what is done with them is asked about by itself. */
const ARRANGING_TOOLS: ReadonlySet<string> = new Set([
  'Agent',
  'Task',
  'TaskCreate',
  'TaskUpdate',
  'TaskStop',
  'KillShell',
  'ToolSearch',
  'Skill',
  'StructuredOutput',
]);

/** Commands that print and do nothing else, whatever their arguments. */
const PRINTING_COMMANDS: ReadonlySet<string> = new Set([
  'ls',
  'cat',
  'pwd',
  'head',
  'tail',
  'wc',
  'echo',
  'grep',
  'which',
  'whoami',
  'uname',
]);
const PRINTING_GIT: ReadonlySet<string> = new Set(['status', 'log', 'diff', 'show', 'rev-parse', 'ls-files']);
/** Options of git that write a file or run a program, in all their abbreviations. */
const GIT_OPTIONS_THAT_ACT = /^--?(?:o(?!neline$)|ex|te)/;
/** Nothing that a shell would expand, join or redirect. */
const PLAIN_WORDS = /^[\w./:@=,+%~-]+(?: +[\w./:@=,+%~-]+)*$/;

/** Whether a call only reads: it never needs permission, and may still be made while a person is waited for. */
export function isReading({ tool, input }: Pick<ToolCall, 'tool' | 'input'>): boolean {
  if (tool === 'Bash') return isPrintingCommand(input['command']) && input['run_in_background'] !== true;
  return READING_TOOLS.has(tool);
}

/** Whether a call needs no permission by itself. */
export function isHarmless(call: Pick<ToolCall, 'tool' | 'input'>): boolean {
  return isReading(call) || ARRANGING_TOOLS.has(call.tool);
}

function isPrintingCommand(command: unknown): boolean {
  if (typeof command !== 'string' || !PLAIN_WORDS.test(command.trim())) return false;
  const [program = '', ...words] = command.trim().split(/ +/);
  if (program !== 'git') return PRINTING_COMMANDS.has(program);
  const [subcommand = '', ...options] = words;
  return PRINTING_GIT.has(subcommand) && !options.some((option) => GIT_OPTIONS_THAT_ACT.test(option));
}
