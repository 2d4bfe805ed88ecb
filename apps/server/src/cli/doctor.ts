import { claudeVersion, detectSignIn } from '@ccs/agent';
import { openDatabase } from '@ccs/storage';
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Config, parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';
import type { Command } from './command.ts';
import { makeFolder } from '../runtime/make-folder.ts';
import { findRunningServer } from './find-running-server.ts';

/** `fail`: the server cannot work. `warn`: something is missing that not everybody needs. */
interface Finding {
  readonly level: 'ok' | 'warn' | 'fail';
  readonly what: string;
  readonly fix?: string;
}

const MARKS = { ok: '✓', warn: '!', fail: '✗' } as const;

/** Checks what the server needs; exits 1 when it could not work. */
export const doctor: Command = async (_, env) => {
  const config = parseConfig(env, VERSION);
  const dataFolder = await checkFolder('data folder', config.dataDirectory);
  const findings = [
    checkNode(),
    await checkGit(config),
    ...(await checkClaude(config)),
    dataFolder,
    await checkFolder('output folder', config.outputDirectory),
    ...(dataFolder.level === 'ok' ? [await checkDatabase(config)] : []),
    await checkPort(config),
  ];
  for (const { level, what, fix } of findings) {
    console.log(`${MARKS[level]} ${what}`);
    if (fix) console.log(`  → ${fix}`);
  }
  return findings.some((finding) => finding.level === 'fail') ? 1 : 0;
};

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? { level: 'ok', what: `Node ${process.versions.node}` }
    : {
        level: 'fail',
        what: `Node ${process.versions.node} is too old`,
        fix: 'Install Node 20.19 or newer.',
      };
}

async function checkGit(config: Config): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)('git', ['--version'], { env: { PATH: config.agent.PATH } });
    return { level: 'ok', what: stdout.trim() };
  } catch {
    return {
      level: 'fail',
      what: 'git was not found',
      fix: 'Install git: every workspace is a git repository.',
    };
  }
}

async function checkClaude(config: Config): Promise<Finding[]> {
  const version = await claudeVersion(config.claudeExecutable);
  if (version === null) {
    const own = config.claudeExecutable;
    const fix = own ? `Correct or unset CCS_CLAUDE_EXECUTABLE (${own}).` : 'Run: npm ci --include=optional';
    return [{ level: 'fail', what: 'Claude Code cannot be started', fix }];
  }
  const signIn = await detectSignIn(config.agent);
  const what = `Claude Code ${version}`;
  return [
    { level: 'ok', what },
    signIn === 'none'
      ? {
          level: 'warn',
          what: 'Claude Code is not signed in: only the demo can run',
          fix: 'Run `npm run login`, or set ANTHROPIC_API_KEY or CLAUDE_CODE_OAUTH_TOKEN.',
        }
      : { level: 'ok', what: `signed in (${signIn})` },
  ];
}

async function checkFolder(name: string, folder: string): Promise<Finding> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    return { level: 'ok', what: `${name} ${folder}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      level: 'fail',
      what: `${name}: ${reason}`,
      fix: 'Make it writable or choose another one.',
    };
  }
}

async function checkDatabase(config: Config): Promise<Finding> {
  try {
    const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDirectory });
    await database.close();
    return { level: 'ok', what: `database (${database.kind})` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      level: 'fail',
      what: `database: ${reason}`,
      fix: 'Check DATABASE_URL, or unset it to use SQLite.',
    };
  }
}

async function checkPort(config: Config): Promise<Finding> {
  const running = await findRunningServer(config.host, config.port);
  if (running) return { level: 'ok', what: `a server is running at ${running}` };
  const { createServer } = await import('node:net');
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(config.port, config.host, () => probe.close(() => resolve(true)));
  });
  return free
    ? { level: 'ok', what: `port ${config.port} is free` }
    : {
        level: 'fail',
        what: `port ${config.port} is used by another program`,
        fix: 'Set CCS_PORT to a free port.',
      };
}
