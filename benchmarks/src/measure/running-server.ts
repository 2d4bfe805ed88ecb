import { type ServerProcess, startServerProcess } from '@ccs/server/testing/server-process';

/** Runs a server in a process of its own while `work` goes on. @param work gets it, and its address without a name to look up. */
export async function withServer<T>(
  env: Record<string, string>,
  work: (server: ServerProcess, origin: string) => Promise<T>,
): Promise<T> {
  const server = await startServerProcess(env);
  try {
    return await work(server, server.url.replace('localhost', '127.0.0.1'));
  } finally {
    await server.end('SIGTERM');
  }
}
