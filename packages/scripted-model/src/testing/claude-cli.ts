import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One line of Claude Code's stream-json output. */
export interface CliMessage {
  type: string;
  subtype?: string;
  session_id?: string;
  is_error?: boolean;
  result?: string;
  [key: string]: unknown;
}

/** A place where the real Claude Code CLI can run: own home, own configuration, own workspace, a fake key. */
export interface ClaudePlace {
  workspace: string;
  /** Run one prompt to its end. `resume` is the id of an earlier session. */
  run(baseUrl: string, prompt: string, options?: RunOptions): Promise<CliMessage[]>;
  remove(): Promise<void>;
}

export interface RunOptions {
  resume?: string;
  env?: Record<string, string>;
  /** Called for each message; `kill` ends the CLI at once. */
  onMessage?: (message: CliMessage, kill: () => void) => void;
}

/** Make such a place in a temporary folder. */
export async function createClaudePlace(): Promise<ClaudePlace> {
  const home = await mkdtemp(join(tmpdir(), 'scripted-cli-'));
  const workspace = join(home, 'workspace');
  await mkdir(workspace);
  return {
    workspace,
    run: (baseUrl, prompt, options = {}) => runOnce(home, workspace, baseUrl, prompt, options),
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function executable(): string {
  const require = createRequire(import.meta.url);
  const sdk = require.resolve('@anthropic-ai/claude-agent-sdk');
  const name = `@anthropic-ai/claude-agent-sdk-${process.platform}-${process.arch}`;
  return join(dirname(createRequire(sdk).resolve(`${name}/package.json`)), 'claude');
}

function runOnce(
  home: string,
  workspace: string,
  baseUrl: string,
  prompt: string,
  options: RunOptions,
): Promise<CliMessage[]> {
  const args = ['-p', prompt, '--output-format', 'stream-json', '--verbose'];
  args.push('--permission-mode', 'bypassPermissions', '--setting-sources', '');
  if (options.resume) args.push('--resume', options.resume);
  const child = spawn(executable(), args, {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      TMPDIR: home,
      CLAUDE_CONFIG_DIR: join(home, 'config'),
      ANTHROPIC_BASE_URL: baseUrl,
      ANTHROPIC_API_KEY: 'scripted',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
      // As root Claude Code accepts bypassPermissions only in a sandbox; these tests run in folders of their own.
      IS_SANDBOX: '1',
      ...options.env,
    },
  });
  return new Promise((resolve, reject) => {
    const messages: CliMessage[] = [];
    let rest = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') continue;
        const message = JSON.parse(line) as CliMessage;
        messages.push(message);
        options.onMessage?.(message, () => child.kill('SIGKILL'));
      }
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      errors += data;
    });
    child.once('error', reject);
    child.once('close', () => {
      if (messages.length === 0) reject(new Error(`Claude Code said nothing. ${errors}`));
      else resolve(messages);
    });
  });
}
