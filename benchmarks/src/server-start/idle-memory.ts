import { runDemoTask } from '../measure/demo-task.ts';
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
      await runDemoTask(server, origin, 'demo');
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
