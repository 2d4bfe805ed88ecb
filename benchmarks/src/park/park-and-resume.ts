import { findClaudeExecutable } from '@ccs/agent';
import { waitFor } from '@ccs/server/testing/wait-for';
import path from 'node:path';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { canMeasureProcesses, familyOf, markedProcesses } from '../measure/processes.ts';
import { withServer } from '../measure/running-server.ts';
import { startModelProcess } from '../measure/scripted-model-process.ts';
import { median } from '../measure/statistics.ts';
import { inTemporaryFolder, serverEnvironment } from '../measure/temporary-folder.ts';
import { timeBareResume } from './bare-resume.ts';
import { parkedMemory } from './parked-memory.ts';
import { ParkedTask, type ResumeTime } from './parked-task.ts';
import type { ParkingAsk } from './parking-scenario.ts';

const SIZES = { full: 10, quick: 2 } as const;
const KINDS: readonly { readonly ask: ParkingAsk; readonly name: string }[] = [
  { ask: 'question', name: 'required question by text' },
  { ask: 'ask_user_question', name: 'AskUserQuestion, whose call was held back' },
  { ask: 'dependency', name: 'required variable, provided' },
];
const NOTE =
  'platform: from the event with the request to the end of the run, and from the answer to the frame with the first ' +
  'words of the agent after it; bare: claude --resume of a copy ' +
  'of the same session in the same folder with a prompt, from the start of the process to the same words; one after the ' +
  'other, the session growing by one question each time';
const PROCESS_NOTE =
  'looked at when the frame that ends the run has arrived: processes with the mark of one of the runs of the task in ' +
  'their environment, and all that the server has started';

/** One parking of a task. */
interface Sample extends ResumeTime {
  readonly parkingMs: number;
  readonly bareMs: number;
  /** Processes of the task while it was parked. */
  readonly marked: number;
  /** Processes below the server while the task was parked. */
  readonly below: number;
}

/** What it costs that nothing is held while a person thinks. */
export const parkAndResume: Benchmark = {
  name: 'park-and-resume',
  about:
    'from an answer to the next words of a parked agent, against a bare resume; what a parked task holds',
  async run(size) {
    if (!canMeasureProcesses()) throw new Error('this benchmark reads /proc: it needs Linux');
    const found: Measurement[] = [];
    for (const { ask, name } of KINDS) found.push(...summarize(name, await park(ask, SIZES[size])));
    return [...found, ...(await parkedMemory(size))];
  },
};

/** Parks one task so many times, and answers each time. */
async function park(ask: ParkingAsk, times: number): Promise<readonly Sample[]> {
  const executable = findClaudeExecutable();
  if (executable === null) throw new Error('Claude Code is not installed');
  const model = await startModelProcess({ kind: 'parking', ask });
  try {
    return await inTemporaryFolder((folder) => {
      const key = { ANTHROPIC_BASE_URL: model.url, ANTHROPIC_API_KEY: 'sk-ant-bench-not-a-key' };
      return withServer({ ...serverEnvironment(folder), TMPDIR: folder, ...key }, async (server, origin) => {
        const parked = await ParkedTask.create(server, origin);
        const configFolder = path.join(folder, 'data', 'agents', parked.task.id, 'claude');
        const workspace = parked.task.workspacePath;
        const samples: Sample[] = [];
        for (let number = 1; number <= times; number += 1) {
          const asked = await parked.parked();
          const below = familyOf(server.pid).length - 1;
          const marked = markedProcesses(await parked.runIds()).length;
          const mark = `mark ${number + 1} end`;
          const bareMs = await timeBareResume({
            executable,
            modelUrl: model.url,
            workspace,
            configFolder,
            mark,
          });
          const { parkingMs } = asked;
          samples.push({ parkingMs, bareMs, marked, below, ...(await parked.resume(asked, number + 1)) });
        }
        await requireThatWorkIsSeen(parked, times + 2);
        return samples;
      });
    });
  } finally {
    await model.end();
  }
}

/** Resumes once more. @throws Error when the look at processes that finds none while a task is parked finds none now. */
async function requireThatWorkIsSeen(parked: ParkedTask, number: number): Promise<void> {
  const resumed = parked.resume(await parked.parked(), number);
  await waitFor('the processes of an agent that works', async () => {
    return markedProcesses(await parked.runIds()).length > 0;
  });
  await resumed;
  await parked.parked();
}

function summarize(name: string, samples: readonly Sample[]): readonly Measurement[] {
  const count = samples.length;
  const over = samples.map(({ parkingMs, toFrameMs, bareMs }) => parkingMs + toFrameMs - bareMs);
  const middle = (what: string, key: 'parkingMs' | 'bareMs' | 'toLineMs' | 'toFrameMs'): Measurement => ({
    what: `${name}: ${what}`,
    value: median(samples.map((sample) => sample[key])),
    unit: 'ms, median',
    samples: count,
  });
  const most = (what: string, key: 'marked' | 'below'): Measurement => ({
    what: `${name}: ${what}`,
    value: Math.max(...samples.map((sample) => sample[key])),
    unit: 'the most',
    samples: count,
    target: { atMost: 0 },
    note: PROCESS_NOTE,
  });
  return [
    {
      what: `${name}: parking and resuming, over a bare resume`,
      value: median(over),
      unit: 'ms, median',
      samples: count,
      target: { atMost: 1500 },
      note: NOTE,
    },
    { what: `${name}: the same, the longest`, value: Math.max(...over), unit: 'ms', samples: count },
    middle('request to the end of the run', 'parkingMs'),
    middle('answer to the first line of the agent', 'toLineMs'),
    middle('answer to its frame', 'toFrameMs'),
    middle('bare resume', 'bareMs'),
    most('processes of the task while it is parked', 'marked'),
    most('processes of the server while it is parked', 'below'),
  ];
}
