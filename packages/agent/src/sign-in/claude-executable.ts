import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const VERSION_TIMEOUT_MS = 20_000;

/** The Claude Code program that came with the Agent SDK for this platform; null when it was not installed. */
export function findClaudeExecutable(): string | null {
  const require = createRequire(import.meta.url);
  const name = process.platform === 'win32' ? 'claude.exe' : 'claude';
  const sdk = `@anthropic-ai/claude-agent-sdk-${process.platform}-${process.arch}`;
  const variants =
    process.platform !== 'linux' ? [sdk] : usesMusl() ? [`${sdk}-musl`, sdk] : [sdk, `${sdk}-musl`];
  for (const variant of variants) {
    try {
      const program = join(dirname(require.resolve(`${variant}/package.json`)), name);
      if (existsSync(program)) return program;
    } catch {
      // Not installed.
    }
  }
  return null;
}

/** The version that the program reports, such as `2.1.329`; null when it cannot be run. Reads no configuration. */
export async function claudeVersion(
  executable: string | null = findClaudeExecutable(),
): Promise<string | null> {
  if (executable === null) return null;
  const home = await mkdtemp(join(tmpdir(), 'ccs-version-'));
  try {
    return await new Promise((resolve) => {
      const env = { HOME: home, CLAUDE_CONFIG_DIR: home, DISABLE_AUTOUPDATER: '1', PATH: '/usr/bin:/bin' };
      execFile(
        executable,
        ['--version'],
        { env, cwd: home, timeout: VERSION_TIMEOUT_MS },
        (error, stdout) => {
          resolve(error ? null : (/\d+\.\d+\.\d+\S*/.exec(stdout)?.[0] ?? null));
        },
      );
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Old versions of npm install the variants for both C libraries; only one of them can start. */
function usesMusl(): boolean {
  return existsSync('/lib') && readdirSync('/lib').some((name) => name.startsWith('ld-musl-'));
}
