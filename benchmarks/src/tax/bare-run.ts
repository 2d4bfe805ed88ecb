import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { bareArguments, bareEnvironment } from '../measure/bare-claude.ts';
import { cpuSeconds, watchMemory } from '../measure/processes.ts';
import { inTemporaryFolder } from '../measure/temporary-folder.ts';
import type { RunCost } from './run-cost.ts';

/** The same prompts with Claude Code alone: one process each, one after the other, in one session. */
export async function runBare(
  executable: string,
  modelUrl: string,
  prompts: readonly string[],
): Promise<Omit<RunCost, 'requests'>> {
  return inTemporaryFolder(async (folder) => {
    const workspace = path.join(folder, 'workspace');
    await mkdir(workspace);
    await mkdir(path.join(folder, 'home'));
    const env = bareEnvironment(folder, modelUrl);
    const session = randomUUID();
    const memory = watchMemory(process.pid);
    const cpuBefore = cpuSeconds('self');
    const start = performance.now();
    for (const [index, prompt] of prompts.entries()) {
      const which = index === 0 ? ['--session-id', session] : ['--resume', session];
      await runTurn(executable, [...bareArguments(prompt), ...which], workspace, env);
    }
    return {
      wallSeconds: (performance.now() - start) / 1000,
      cpuSeconds: cpuSeconds('self') - cpuBefore,
      peakMB: memory.stop(),
    };
  });
}

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
