import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demoScenario, startScriptedModel } from '@ccs/scripted-model';

type Content = string | readonly object[];
interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: Content;
}
interface Answer {
  readonly content: readonly Block[];
  readonly stop_reason: string;
}
interface Block {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly name?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

const MAX_ROUNDS = 120;

/** A demo that is played without Claude Code: the model's calls are made here, files and commands for real. */
export interface DemoPlay {
  /** Says this to the model and makes its calls until it ends its turn; returns what it said. One conversation. */
  say(prompt: string): Promise<string>;
  close(): Promise<void>;
}

export async function playDemo(workspace: string): Promise<DemoPlay> {
  const model = await startScriptedModel({ scenario: demoScenario() });
  const messages: Message[] = [];
  return {
    async say(prompt) {
      messages.push({ role: 'user', content: prompt });
      const said: string[] = [];
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const answer = await ask(model.url, workspace, messages);
        messages.push({ role: 'assistant', content: answer.content });
        said.push(...answer.content.map(({ text = '' }) => text));
        const calls = answer.content.filter(({ type }) => type === 'tool_use');
        if (calls.length === 0) return said.join('\n');
        const results: object[] = [];
        for (const call of calls) {
          const content = await make(workspace, call);
          results.push({ type: 'tool_result', tool_use_id: call.id, content });
        }
        messages.push({ role: 'user', content: results });
      }
      throw new Error('The demo does not end.');
    },
    close: () => model.close(),
  };
}

async function ask(url: string, workspace: string, messages: readonly Message[]): Promise<Answer> {
  const response = await fetch(`${url}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'x' },
    body: JSON.stringify({
      model: 'm',
      max_tokens: 1000,
      stream: false,
      system: `Primary working directory: ${workspace}\n`,
      messages,
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
}

async function make(workspace: string, { name, input = {} }: Block): Promise<string> {
  const path = textOf(input['file_path']);
  const full = path.startsWith('/') ? path : join(workspace, path);
  if (name === 'Write') {
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, textOf(input['content']));
    return 'written';
  }
  if (name === 'Edit') {
    const text = await readFile(full, 'utf8');
    await writeFile(
      full,
      text.replace(textOf(input['old_string']), () => textOf(input['new_string'])),
    );
    return 'edited';
  }
  if (name === 'Read') return readFile(full, 'utf8').catch(() => 'not there');
  if (name === 'Bash') return run(workspace, textOf(input['command']));
  return 'ok';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function run(workspace: string, command: string): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: workspace };
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd: workspace, env }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}
