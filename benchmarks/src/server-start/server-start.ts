import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { median } from '../measure/statistics.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { idleMemory } from './idle-memory.ts';
import { timeStart } from './start-time.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = path.join(ROOT, 'apps', 'server', 'bin', 'claude-code-server.mjs');
const SIZES = { full: { starts: 9, idleMs: 10_000 }, quick: { starts: 2, idleMs: 1000 } } as const;

/** How fast the server is there, and what it weighs. */
export const serverStart: Benchmark = {
  name: 'server-start',
  about: 'cold and warm start to the first page, and idle memory',
  async run(size) {
    const { starts, idleMs } = SIZES[size];
    const found: Measurement[] = [];
    const report = (what: string, values: readonly number[], target?: Measurement['target']): void => {
      const unit = `ms, median of ${values.length}`;
      found.push({
        what,
        value: median(values),
        unit,
        samples: values.length,
        ...(target ? { target } : {}),
      });
    };
    await inTemporaryFolder(async (folder) => {
      const env = serverEnvironment(folder);
      const startServer = () => timeStart([process.execPath, MAIN, 'start'], { env });
      const cold: number[] = [];
      const warm: number[] = [];
      const health: number[] = [];
      for (let index = 0; index < starts; index += 1) {
        await rm(path.join(folder, 'data'), { recursive: true, force: true });
        cold.push((await startServer()).pageMs);
        const again = await startServer();
        warm.push(again.pageMs);
        health.push(again.healthMs);
      }
      report('server, fresh data folder: start to the first page', cold);
      report('server, warm: start to the first page', warm);
      report('server, warm: start to the first page and then the health', health);
    });
    report('npm start, warm: start to the first page', await timeNpmStart(starts), { atMost: 2000 });
    found.push(...(await idleMemory(idleMs)));
    return found;
  },
};

/** The set-up check is part of it. The first start is not counted: it may still have something to set up. */
async function timeNpmStart(starts: number): Promise<readonly number[]> {
  return inTemporaryFolder(async (folder) => {
    const env = { ...serverEnvironment(folder), npm_config_update_notifier: 'false' };
    const times: number[] = [];
    for (let index = 0; index <= starts; index += 1) {
      times.push((await timeStart(['npm', 'start'], { cwd: ROOT, env })).pageMs);
    }
    return times.slice(1);
  });
}
