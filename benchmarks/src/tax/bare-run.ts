import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cpuSeconds, watchMemory } from '../measure/processes.ts';
import { inTemporaryFolder } from '../measure/temporary-folder.ts';
import type { RunCost } from './run-cost.ts';

/** The same prompts with Claude Code alone: one process each, one after the other, in one session. */
export async function runBare(
  executable: string,
  modelUrl: string,
  prompts: readonly string[],
): Promise<RunCost> {
  return inTemporaryFolder(async (folder) => {
    const workspace = path.join(folder, 'workspace');
    const home = path.join(folder, 'home');
    await mkdir(workspace);
    await mkdir(home);
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      TMPDIR: folder,
      CLAUDE_CONFIG_DIR: path.join(folder, 'claude'),
      ANTHROPIC_BASE_URL: modelUrl,
      ANTHROPIC_API_KEY: 'sk-ant-bench-not-a-key',
      CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
      DISABLE_AUTOUPDATER: '1',
      // As root Claude Code accepts bypassPermissions only in a sandbox; this one works in a folder of its own.
      IS_SANDBOX: '1',
    };
    const session = randomUUID();
    const memory = watchMemory(process.pid);
    const cpuBefore = cpuSeconds('self');
    const start = performance.now();
    for (const [index, prompt] of prompts.entries()) {
      const which = index === 0 ? ['--session-id', session] : ['--resume', session];
      await runTurn(executable, ['-p', prompt, ...OPTIONS, ...which], workspace, env);
    }
    return {
      wallSeconds: (performance.now() - start) / 1000,
      cpuSeconds: cpuSeconds('self') - cpuBefore,
      peakMB: memory.stop(),
    };
  });
}

const OPTIONS = [
  '--output-format',
  'stream-json',
  '--verbose',
  '--permission-mode',
  'bypassPermissions',
  '--setting-sources',
  '',
];

async function runTurn(
  executable: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<void> {
  const child = spawn(executable, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-4000)));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`Claude Code ended with ${code}: ${tail}`);
}
