import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Play } from '../programs/scripted-model.ts';

const PROGRAM = fileURLToPath(new URL('../programs/scripted-model.js', import.meta.url));
/** Nothing that it is needed for takes longer; then everybody who waits for it fails. */
const TIMEOUT_MS = 900_000;

/** A scripted model in a process of its own, so that its work is nobody else's. */
export interface ModelProcess {
  readonly url: string;
  /** How many messages each Claude session has asked it for, in the order in which the sessions began. */
  requestsBySession(): Promise<readonly number[]>;
  end(): Promise<void>;
}

export async function startModelProcess(play: Play): Promise<ModelProcess> {
  const child = fork(PROGRAM, [JSON.stringify(play)], {
    env: {},
    timeout: TIMEOUT_MS,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const early = exited.then(() => {
    throw new Error('the scripted model ended');
  });
  early.catch(() => undefined);
  const answer = async (): Promise<unknown> => {
    const [message] = (await Promise.race([once(child, 'message'), early])) as [unknown];
    return message;
  };
  const url = String(await answer());
  return {
    url,
    async requestsBySession() {
      child.send('requests');
      return (await answer()) as readonly number[];
    },
    async end() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
