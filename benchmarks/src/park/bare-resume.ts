import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { bareArguments, bareEnvironment } from '../measure/bare-claude.ts';
import { inTemporaryFolder } from '../measure/temporary-folder.ts';

/** What is resumed: a session that no process uses, and what is said next in it. */
export interface Resumption {
  readonly executable: string;
  readonly modelUrl: string;
  readonly workspace: string;
  /** The configuration folder with the session. It is copied, so that it can be resumed once more. */
  readonly configFolder: string;
  readonly mark: string;
}

/** Milliseconds from the start of `claude --resume` to the `mark` in what it prints. It is ended then. */
export async function timeBareResume(resumption: Resumption): Promise<number> {
  const { executable, modelUrl, workspace, configFolder, mark } = resumption;
  return inTemporaryFolder(async (folder) => {
    const env = {
      ...bareEnvironment(folder, modelUrl),
      // A call that was held back needs somebody to answer it; the bare program goes on without it.
      CLAUDE_CODE_DROP_UNAVAILABLE_DEFERRED_TOOL: '1',
    };
    await mkdir(path.join(folder, 'home'));
    await cp(configFolder, path.join(folder, 'claude'), { recursive: true });
    const session = await findSession(configFolder);
    const args = [...bareArguments('A person answered: First.'), '--include-partial-messages'];
    const start = performance.now();
    const child = spawn(executable, [...args, '--resume', session], {
      cwd: workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = once(child, 'close');
    const said = new Promise<number>((resolve, reject) => {
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (output.includes(mark)) resolve(performance.now() - start);
        });
      }
      closed.then(() => reject(new Error(`Claude Code did not say ${mark}: ${output.slice(-2000)}`)), reject);
    });
    try {
      return await said;
    } finally {
      child.kill('SIGKILL');
      await closed;
    }
  });
}

/** The one session in a configuration folder: `projects/<folder>/<session>.jsonl`. */
async function findSession(configFolder: string): Promise<string> {
  const projects = path.join(configFolder, 'projects');
  const [folder, ...others] = await readdir(projects);
  const files = await readdir(path.join(projects, folder ?? ''));
  const [transcript, ...more] = files.filter((name) => name.endsWith('.jsonl'));
  if (transcript === undefined || others.length + more.length > 0) {
    throw new Error(`there is not exactly one session in ${projects}`);
  }
  return path.basename(transcript, '.jsonl');
}
