import { readSse } from '@ccs/server/testing/sse-client';
import type { ServerProcess } from '@ccs/server/testing/server-process';
import path from 'node:path';
import { heapReportOptions, heldKB } from '../measure/held-memory.ts';
import type { Measurement, Size } from '../measure/measurement.ts';
import { residentMB } from '../measure/processes.ts';
import { withServer } from '../measure/running-server.ts';
import { startModelProcess } from '../measure/scripted-model-process.ts';
import { median } from '../measure/statistics.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { createAskingTask } from './parked-task.ts';

const SIZES = {
  full: { tasks: 50, warm: 10, starts: 7, idleMs: 5000 },
  quick: { tasks: 12, warm: 6, starts: 2, idleMs: 3000 },
} as const;
/** As many agents as a server has at once by default. */
const AT_ONCE = 3;
const RESTART_NOTE =
  'servers that were started with so many parked tasks, in turn with servers that have none; what one task takes is less ' +
  'than what starts differ by when that, divided by the tasks, is larger';
const LIFE_NOTE =
  'the server that parked them, at rest; held: its JavaScript heap and the memory behind it, after all garbage is ' +
  'collected; resident: also what the engine keeps of finished work until it needs the room';

/** What parked tasks weigh in a server: in one that was started with them, and in the one that parked them. */
export async function parkedMemory(size: Size): Promise<readonly Measurement[]> {
  const { tasks, warm, starts, idleMs } = SIZES[size];
  const model = await startModelProcess({ kind: 'parking', ask: 'question' });
  try {
    return await inTemporaryFolder(async (folder) => {
      const key = { ANTHROPIC_BASE_URL: model.url, ANTHROPIC_API_KEY: 'sk-ant-bench-not-a-key' };
      const full = { ...serverEnvironment(folder), TMPDIR: folder, ...key };
      const empty = { ...full, CCS_DATA_DIR: path.join(folder, 'empty') };
      const [few, many] = await withServer({ ...full, ...heapReportOptions() }, async (server, origin) => {
        await parkTasks(server, origin, warm);
        const before = await atRest(server, idleMs);
        await parkTasks(server, origin, tasks - warm);
        return [before, await atRest(server, idleMs)] as const;
      });
      // The first start makes the database: it is not counted.
      await withServer(empty, async () => undefined);
      const without: number[] = [];
      const withAll: number[] = [];
      for (let start = 0; start < starts; start += 1) {
        without.push(await withServer(empty, (server) => restingMB(server, idleMs)));
        withAll.push(await withServer(full, (server) => restingMB(server, idleMs)));
      }
      const [unit, note] = ['MB, median', RESTART_NOTE];
      const grown = median(withAll) - median(without);
      return [
        {
          what: 'server after its start with no task: resident memory',
          value: median(without),
          unit,
          samples: starts,
          note,
        },
        {
          what: `server after its start with ${tasks} parked tasks`,
          value: median(withAll),
          unit,
          samples: starts,
          note,
        },
        {
          what: 'server after its start with no task: by how much starts differ',
          value: Math.max(...without) - Math.min(...without),
          unit: 'MB, highest − lowest',
          samples: starts,
          note,
        },
        {
          what: `one of ${tasks} parked tasks, after a start`,
          value: (grown * 1000) / tasks,
          unit: 'kB',
          samples: starts,
          note,
        },
        {
          what: `one parked task more, from ${warm} to ${tasks}: held`,
          value: (many.heldKB - few.heldKB) / (tasks - warm),
          unit: 'kB, mean',
          samples: tasks - warm,
          note: LIFE_NOTE,
        },
        {
          what: `one parked task more, from ${warm} to ${tasks}: resident memory`,
          value: ((many.residentMB - few.residentMB) * 1000) / (tasks - warm),
          unit: 'kB, mean',
          samples: tasks - warm,
          note: LIFE_NOTE,
        },
      ];
    });
  } finally {
    await model.end();
  }
}

/** Parks so many tasks, some at once. No stream stays open. */
async function parkTasks(server: ServerProcess, origin: string, count: number): Promise<void> {
  let begun = 0;
  const parkInTurn = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      const { id } = await createAskingTask(server, `Task ${begun}`);
      const frames = await readSse(`${origin}/api/tasks/${id}/stream`, {
        until: ({ data }) => data.includes('"type":"RunEnded"'),
      });
      const last = frames.at(-1)?.data ?? '';
      if (!last.includes('"outcome":"blocked"')) throw new Error(`a task was not parked: ${last}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, parkInTurn));
}

async function restingMB({ pid }: ServerProcess, idleMs: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  return residentMB(pid);
}

/** What a server uses when nothing has happened for `idleMs`: by then it has given up connections and their buffers. */
async function atRest(
  server: ServerProcess,
  idleMs: number,
): Promise<{ readonly heldKB: number; readonly residentMB: number }> {
  const resident = await restingMB(server, idleMs);
  return { heldKB: await heldKB(server), residentMB: resident };
}
