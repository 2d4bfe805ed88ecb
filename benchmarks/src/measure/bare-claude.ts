import path from 'node:path';

/** The arguments of Claude Code without the platform: one turn, every tool allowed, nothing of this machine's settings. */
export function bareArguments(prompt: string): readonly string[] {
  return [
    '-p',
    prompt,
    '--output-format',
    'stream-json',
    '--verbose',
    '--permission-mode',
    'bypassPermissions',
    '--setting-sources',
    '',
  ];
}

/** The environment of Claude Code without the platform, built from nothing. Its folders are below `folder`. */
export function bareEnvironment(folder: string, modelUrl: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: path.join(folder, 'home'),
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
}
