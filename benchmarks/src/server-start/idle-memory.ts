import type { TaskDto } from '@ccs/contract';
import type { ServerProcess } from '@ccs/server/testing/server-process';
import { readSse } from '@ccs/server/testing/sse-client';
import { BRIEF } from '../tax/platform-run.ts';
import type { Measurement } from '../measure/measurement.ts';
import { canMeasureProcesses, residentMB } from '../measure/processes.ts';
import { withServer } from '../measure/running-server.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { TimedClient } from '../measure/timed-get.ts';

/** Resident memory of the server's process when nothing has happened for `idleMs`. */
export async function idleMemory(idleMs: number): Promise<readonly Measurement[]> {
  if (!canMeasureProcesses()) return [];
  return inTemporaryFolder((folder) =>
    withServer({ ...serverEnvironment(folder), TMPDIR: folder }, async (server, origin) => {
      const { pid } = server;
      const client = new TimedClient(origin);
      const after = async (paths: readonly string[]): Promise<number> => {
        for (const path of paths) await client.get(path);
        await new Promise((resolve) => setTimeout(resolve, idleMs));
        return residentMB(pid);
      };
      const [unit, samples, seconds] = ['MB', 1, idleMs / 1000];
      const started = await after(['/']);
      const used = await after(['/', '/api/tasks', '/api/system', '/api/openapi.json', '/api/docs']);
      await runDemo(server, origin);
      const worked = await after([]);
      client.close();
      return [
        {
          what: `server, ${seconds} s after its start and one page: resident memory`,
          value: started,
          unit,
          samples,
          target: { atMost: 130 },
        },
        { what: `server, ${seconds} s after its API documentation was opened`, value: used, unit, samples },
        { what: `server, ${seconds} s after a demo on top of that`, value: worked, unit, samples },
      ];
    }),
  );
}

async function runDemo(server: ServerProcess, origin: string): Promise<void> {
  const body = { ...BRIEF, type: 'create_app', provider: 'demo', autoApprove: true, execute: true };
  const { id } = (await server.send('POST', '/api/tasks', body)) as TaskDto;
  const frames = await readSse(`${origin}/api/tasks/${id}/stream`, {
    until: ({ event }) => event === 'complete' || event === 'error',
  });
  if (frames.at(-1)?.event !== 'complete') throw new Error(`the demo failed: ${frames.at(-1)?.data}`);
}
