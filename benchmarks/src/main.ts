import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks.ts';
import type { Benchmark, Size } from './measure/measurement.ts';
import { formatSection, saveResults, type Section } from './report.ts';

const USAGE = `Usage: npm run bench -- [--quick] [name ...]

  --quick   small sizes: shows that everything works, the numbers say little
  --list    the benchmarks

Without a name all of them run, one after the other. The JSON goes to benchmarks/results/.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(USAGE);
  if (values.list) {
    for (const { name, about } of BENCHMARKS) console.log(`${name.padEnd(18)} ${about}`);
    return;
  }
  const unknown = positionals.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    console.error(`Unknown benchmark: ${unknown.join(', ')}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  await runAll(chosen, values.quick ? 'quick' : 'full');
}

/** One that fails does not keep the others from running, but it fails the whole run. */
async function runAll(benchmarks: readonly Benchmark[], size: Size): Promise<void> {
  const startedAt = new Date();
  const sections: Section[] = [];
  for (const benchmark of benchmarks) {
    console.error(`Running ${benchmark.name}: ${benchmark.about} ...`);
    try {
      const section = { benchmark: benchmark.name, measurements: await benchmark.run(size) };
      sections.push(section);
      console.log(`\n${formatSection(section)}\n`);
    } catch (error) {
      console.error(`${benchmark.name} failed:`, error);
      process.exitCode = 1;
    }
  }
  console.log(`Results: ${await saveResults(size, startedAt, sections)}`);
}

await main();
