import { findClaudeExecutable } from '@ccs/agent';
import type { Benchmark, Measurement } from '../measure/measurement.ts';
import { canMeasureProcesses } from '../measure/processes.ts';
import { startModelProcess } from '../measure/scripted-model-process.ts';
import { median } from '../measure/statistics.ts';
import { runBare } from './bare-run.ts';
import { runOnPlatform } from './platform-run.ts';
import type { RunCost } from './run-cost.ts';

const SIZES = { full: 5, quick: 1 } as const;
const NOTE =
  'bare: claude -p, one process per phase with the prompts that the platform sent; same scripted model in a third ' +
  'process, which the platform reaches through its gateway, as with any API key; the bare program answers our MCP tools with "no such tool", one round trip each; memory and processor ' +
  'time of the bare runs contain the benchmark process that starts them';

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
      const platform: (RunCost & { requests: number })[] = [];
      const bare: (RunCost & { requests: number })[] = [];
      const counted = async <T extends RunCost>(
        work: () => Promise<T>,
      ): Promise<T & { requests: number }> => {
        const before = await model.requests();
        const cost = await work();
        return { ...cost, requests: (await model.requests()) - before };
      };
      for (let round = 0; round < SIZES[size]; round += 1) {
        const { prompts, ...cost } = await counted(() => runOnPlatform(model.url));
        platform.push(cost);
        bare.push(await counted(() => runBare(executable, model.url, prompts)));
        console.error(
          `  round ${round + 1}: platform ${describe(cost)}; bare ${describe(bare.at(-1) ?? cost)}`,
        );
      }
      return summarize(platform, bare);
    } finally {
      await model.end();
    }
  },
};

type Cost = RunCost & { readonly requests: number };

function describe({ wallSeconds, cpuSeconds, requests }: Cost): string {
  return `${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s, ${requests} requests`;
}

function summarize(platform: readonly Cost[], bare: readonly Cost[]): readonly Measurement[] {
  const samples = platform.length;
  const of = (runs: readonly Cost[], key: keyof Cost): number => median(runs.map((run) => run[key]));
  const both = (what: string, key: keyof Cost, unit: string): readonly Measurement[] => [
    { what: `platform: ${what}`, value: of(platform, key), unit: `${unit}, median`, samples },
    { what: `bare CLI: ${what}`, value: of(bare, key), unit: `${unit}, median`, samples },
  ];
  const ratios = platform.map((run, index) => run.wallSeconds / (bare[index]?.wallSeconds ?? Number.NaN));
  return [
    {
      what: 'platform tax: wall time, median ÷ median',
      value: of(platform, 'wallSeconds') / of(bare, 'wallSeconds'),
      unit: 'ratio',
      samples,
      target: { atMost: 1.1 },
      note: NOTE,
    },
    { what: 'platform tax: wall time, pair by pair', value: median(ratios), unit: 'ratio, median', samples },
    {
      what: 'processor time, median ÷ median',
      value: of(platform, 'cpuSeconds') / of(bare, 'cpuSeconds'),
      unit: 'ratio',
      samples,
    },
    ...both('wall time of four phases', 'wallSeconds', 's'),
    ...both('processor time', 'cpuSeconds', 's'),
    ...both('most memory at once', 'peakMB', 'MB'),
    ...both('requests to the model', 'requests', 'requests'),
  ];
}
