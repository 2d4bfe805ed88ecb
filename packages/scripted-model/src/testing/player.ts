import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConversation } from '../conversation/conversation.ts';
import { createCounters } from '../scenario/counters.ts';
import type { Block, Scenario } from '../scenario/scenario.ts';

const MOST_ROUNDS = 100;

type ToolUse = Block & { type: 'tool_use' };

/** One turn: what was said and which calls were made. */
export interface Turn {
  text: string;
  calls: ToolUse[];
}

/** Plays a scenario as Claude Code does, with real files and commands in a temporary folder. */
export interface Player {
  folder: string;
  /** Say something in this session and make the model's calls until the turn ends, or until `stop` says so. */
  say(prompt: string, stop?: (call: ToolUse) => boolean): Promise<Turn>;
  /** Another session in the same folder. */
  another(tools?: string[]): Player;
  read(path: string): Promise<string>;
  remove(): Promise<void>;
}

/** What Claude Code tells the model when the platform's hook says that a person refused a call. */
export const REFUSAL =
  'PreToolUse:Bash hook error: A person does not allow this call. Do not make it again, and do not reach the same by another way: do without it.';

/**
 * @param tools names of tools beside Claude Code's own that the model is offered; `answers` what they return.
 * @param refuses the calls that a person does not allow.
 */
export async function createPlayer(
  scenario: Scenario,
  tools: string[] = [],
  answers: (call: ToolUse) => string = () => 'ok',
  refuses: (call: ToolUse) => boolean = () => false,
): Promise<Player> {
  const root = await mkdtemp(join(tmpdir(), 'player-'));
  const folder = join(root, 'workspace');
  await mkdir(folder);
  return playerIn(folder, scenario, tools, { answers, refuses });
}

interface People {
  answers: (call: ToolUse) => string;
  refuses: (call: ToolUse) => boolean;
}

function playerIn(folder: string, scenario: Scenario, tools: string[], people: People): Player {
  const messages: object[] = [];
  const counters = createCounters();
  const system = `Environment\n - Primary working directory: ${folder}\n`;
  return {
    folder,
    async say(prompt, stop = () => false) {
      messages.push({ role: 'user', content: [{ type: 'text', text: prompt }] });
      const turn: Turn = { text: '', calls: [] };
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const body = { system, messages, tools: tools.map((name) => ({ name })) };
        const reply = scenario.reply({ conversation: readConversation(body), sessionId: folder, counters });
        if (reply.kind !== 'message') throw new Error(`The model answered with ${reply.kind}.`);
        messages.push({ role: 'assistant', content: reply.content });
        const calls = reply.content.filter((block) => block.type === 'tool_use');
        turn.text += reply.content.map((block) => (block.type === 'text' ? `${block.text}\n` : '')).join('');
        turn.calls.push(...calls);
        if (calls.length === 0) return turn;
        const content: object[] = [];
        for (const call of calls) content.push(await make(folder, call, people));
        messages.push({ role: 'user', content });
        if (calls.some(stop)) return turn;
      }
      throw new Error('The turn does not end.');
    },
    another: (others = tools) => playerIn(folder, scenario, others, people),
    read: (path) => readFile(join(folder, path), 'utf8'),
    remove: () => rm(dirname(folder), { recursive: true, force: true }),
  };
}

async function make(folder: string, call: ToolUse, { answers, refuses }: People): Promise<object> {
  if (refuses(call)) return { type: 'tool_result', tool_use_id: call.id, content: REFUSAL, is_error: true };
  const made = await result(folder, call, answers).catch((error: unknown) => ({
    content: String(error),
    is_error: true,
  }));
  return { type: 'tool_result', tool_use_id: call.id, ...made };
}

async function result(folder: string, call: ToolUse, answers: (call: ToolUse) => string) {
  const { name, input } = call;
  const path = String(input['file_path']);
  if (name === 'Write') {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, String(input['content']));
    return { content: 'written' };
  }
  if (name === 'Edit') {
    const text = await readFile(path, 'utf8');
    const parts = text.split(String(input['old_string']));
    if (parts.length !== 2) return { content: `found ${parts.length - 1} times`, is_error: true };
    await writeFile(path, parts.join(String(input['new_string'])));
    return { content: 'edited' };
  }
  if (name === 'Read') return { content: numbered(await readFile(path, 'utf8')) };
  if (name === 'Bash') return bash(folder, String(input['command']));
  return { content: answers(call) };
}

/** As Claude Code prints a file. */
function numbered(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line, index) => `${String(index + 1).padStart(6)}→${line}`).join('\n');
}

function bash(folder: string, command: string): Promise<{ content: string; is_error?: boolean }> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: dirname(folder), TMPDIR: dirname(folder) };
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd: folder, env }, (error, stdout, stderr) => {
      const printed = stdout + stderr;
      resolve(
        error
          ? { content: `Exit code ${String(error.code)}\n${printed}`, is_error: true }
          : { content: printed },
      );
    });
  });
}
