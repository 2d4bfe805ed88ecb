import { findClaudeExecutable } from '@ccs/agent';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { canMeasureProcesses } from '../measure/processes.ts';
import { type ModelProcess, startModelProcess } from '../measure/scripted-model-process.ts';
import { median } from '../measure/statistics.ts';
import { runBare } from './bare-run.ts';
import { runOnPlatform } from './platform-run.ts';
import type { RunCost, VerificationCost } from './run-cost.ts';

const SIZES = { full: 5, quick: 1 } as const;
const NOTE =
  'platform: everything from the request that creates the task to its completion (parking and resuming for a ' +
  'dependency that is skipped at once, a rework, commits, reviews that are approved by themselves), but not the time from the ' +
  'start to the end of each verification; bare: claude -p, one process in the same session for each run of the platform ' +
  'but the verifications, with the prompt that the platform sent; same scripted model in a third ' +
  'process, which the platform reaches through its gateway, as with any API key; the bare program answers our MCP tools ' +
  'with "no such tool", one round trip each; memory and processor time of the bare runs contain the benchmark process ' +
  'that starts them, memory of the platform contains the verifiers';
const VERIFICATION_NOTE =
  'program checks with the tests of the project, and a Claude Code session of its own; the first verification of the ' +
  'demo fails, so there is one more than phases';

/** One pipeline, both ways. */
interface Pair {
  readonly platform: RunCost;
  readonly bare: RunCost;
  readonly verification: VerificationCost;
}

/** What the platform adds to Claude Code. */
export const platformTax: Benchmark = {
  name: 'platform-tax',
  about: 'the demo pipeline through the platform, divided by the same turns through the bare CLI',
  async run(size) {
    if (!canMeasureProcesses()) throw new Error('this benchmark reads /proc: it needs Linux');
    const executable = findClaudeExecutable();
    if (executable === null) throw new Error('Claude Code is not installed');
    const model = await startModelProcess({ kind: 'demo' });
    try {
      const pairs: Pair[] = [];
      for (let round = 0; round < SIZES[size]; round += 1) {
        const pair = await measurePair(executable, model);
        pairs.push(pair);
        console.error(`  round ${round + 1}: ${describe(pair)}`);
      }
      return summarize(pairs);
    } finally {
      await model.end();
    }
  },
};

async function measurePair(executable: string, model: ModelProcess): Promise<Pair> {
  const { cost: platform, verification, prompts } = await runOnPlatform(model);
  const known = (await model.requestsBySession()).length;
  const bare = await runBare(executable, model.url, prompts);
  const [requests = 0] = (await model.requestsBySession()).slice(known);
  return { platform, verification, bare: { ...bare, requests } };
}

function describe({ platform, bare, verification }: Pair): string {
  const cost = ({ wallSeconds, cpuSeconds, requests }: RunCost) =>
    `${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s, ${requests} requests`;
  return `platform ${cost(platform)}; bare ${cost(bare)}; ${verification.seconds.length} verifications`;
}

function summarize(pairs: readonly Pair[]): readonly Measurement[] {
  const samples = pairs.length;
  const of = (side: 'platform' | 'bare', key: keyof RunCost): number =>
    median(pairs.map((pair) => pair[side][key]));
  const ratio = (key: keyof RunCost): number => of('platform', key) / of('bare', key);
  const both = (what: string, key: keyof RunCost, unit: string): readonly Measurement[] => [
    { what: `platform: ${what}`, value: of('platform', key), unit: `${unit}, median`, samples },
    { what: `bare CLI: ${what}`, value: of('bare', key), unit: `${unit}, median`, samples },
  ];
  const ratios = pairs.map(({ platform, bare }) => platform.wallSeconds / bare.wallSeconds);
  return [
    {
      what: 'platform tax: wall time, median ÷ median',
      value: ratio('wallSeconds'),
      unit: 'ratio',
      samples,
      target: { atMost: 1.1 },
      note: NOTE,
    },
    { what: 'platform tax: wall time, pair by pair', value: median(ratios), unit: 'ratio, median', samples },
    { what: 'processor time, median ÷ median', value: ratio('cpuSeconds'), unit: 'ratio', samples },
    ...both('wall time of four phases', 'wallSeconds', 's'),
    ...both('processor time', 'cpuSeconds', 's'),
    ...both('most memory at once', 'peakMB', 'MB'),
    ...both('requests to the model', 'requests', 'requests'),
    ...summarizeVerifications(pairs.map(({ verification }) => verification)),
  ];
}

/** Beside the tax: what the platform does and the bare program does not. */
function summarizeVerifications(verifications: readonly VerificationCost[]): readonly Measurement[] {
  const each = verifications.flatMap(({ seconds }) => seconds);
  const perRun = (total: (cost: VerificationCost) => number): number =>
    median(verifications.map((cost) => total(cost) / cost.seconds.length));
  const samples = each.length;
  const about = { samples, note: VERIFICATION_NOTE };
  return [
    { what: 'one verification: wall time', value: median(each), unit: 's, median', ...about },
    { what: 'one verification: wall time, the longest', value: Math.max(...each), unit: 's', ...about },
    {
      what: 'one verification: processor time',
      value: perRun((cost) => cost.cpuSeconds),
      unit: 's, mean of a task, median',
      ...about,
    },
    {
      what: 'one verification: requests to the model',
      value: perRun((cost) => cost.requests),
      unit: 'requests, mean of a task, median',
      ...about,
    },
  ];
}
