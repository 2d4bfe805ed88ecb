import type { Measurement } from '../measure/measurement.ts';
import { canMeasureProcesses, residentMiB } from '../measure/processes.ts';
import { withServer } from '../measure/running-server.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { TimedClient } from '../measure/timed-get.ts';

/** Resident memory of the server's process when nothing has happened for `idleMs`. */
export async function idleMemory(idleMs: number): Promise<readonly Measurement[]> {
  if (!canMeasureProcesses()) return [];
  return inTemporaryFolder((folder) =>
    withServer(serverEnvironment(folder), async ({ pid }, origin) => {
      const client = new TimedClient(origin);
      const after = async (paths: readonly string[]): Promise<number> => {
        for (const path of paths) await client.get(path);
        await new Promise((resolve) => setTimeout(resolve, idleMs));
        return residentMiB(pid);
      };
      const [unit, samples, seconds] = ['MiB', 1, idleMs / 1000];
      const started = await after(['/']);
      const used = await after(['/', '/api/tasks', '/api/system', '/api/openapi.json', '/api/docs']);
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
      ];
    }),
  );
}
