import { type DatabaseOptions, openDatabase } from '@ccs/storage';
import { startPostgres } from '@ccs/storage/testing';
import { countingIds } from '@ccs/core/testing/task-scenario';
import type { Benchmark, Measurement, Size } from '../measure/measurement.ts';
import { median } from '../measure/statistics.ts';
import { inTemporaryFolder } from '../measure/temporary-folder.ts';
import { prepareAppends } from './histories.ts';
import { appendRate, commandRate, foldRate, readRate } from './rates.ts';

const SIZES = {
  full: {
    SQLite: { appends: 10_000, commands: 4000 },
    PostgreSQL: { appends: 1500, commands: 800 },
    rounds: 5,
  },
  quick: { SQLite: { appends: 500, commands: 200 }, PostgreSQL: { appends: 200, commands: 100 }, rounds: 1 },
} as const;
const MODES = [
  { projections: 'none', name: 'projections off', target: { atLeast: 10_000 } },
  { projections: 'read-models', name: 'with projections', target: { atLeast: 3000 } },
] as const;
const POSTGRES_NOTE = 'PostgreSQL on a Unix socket, fsync off: the cost of code and protocol, not of a disk';

/** Appends, commands and replays per second, on both databases. */
export const eventStore: Benchmark = {
  name: 'event-store',
  about: 'appends/s, commands/s and replayed events/s on SQLite and on PostgreSQL',
  async run(size) {
    const measurements: Measurement[] = [];
    for (const mode of MODES) {
      measurements.push(
        ...(await inTemporaryFolder((dataDir) => measure('SQLite', { dataDir }, mode, size))),
      );
    }
    for (const mode of MODES) {
      const postgres = await startPostgres();
      if (postgres === null) {
        console.error('  There is no PostgreSQL on this machine: it is left out.');
        break;
      }
      try {
        const found = await inTemporaryFolder((dataDir) =>
          measure('PostgreSQL', { dataDir, databaseUrl: postgres.url }, mode, size),
        );
        measurements.push(...found.map((measurement) => ({ ...measurement, note: POSTGRES_NOTE })));
      } finally {
        await postgres.stop();
      }
    }
    return measurements;
  },
};

async function measure(
  name: 'SQLite' | 'PostgreSQL',
  options: DatabaseOptions,
  mode: (typeof MODES)[number],
  size: Size,
): Promise<readonly Measurement[]> {
  const { rounds } = SIZES[size];
  const { appends, commands } = SIZES[size][name];
  const { eventStore: store, close } = await openDatabase({ ...options, projections: mode.projections });
  try {
    const ids = countingIds();
    const what = (operation: string) => `${name}, ${mode.name}: ${operation}`;
    const found: Measurement[] = [];
    for (const writers of name === 'SQLite' ? [1] : [1, 8]) {
      const rates: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        rates.push(await appendRate(store, prepareAppends(appends, ids), writers));
      }
      found.push({
        what: what(`EventStore.append, 1 event each, ${writers} writer${writers > 1 ? 's' : ''}`),
        value: median(rates),
        unit: `appends/s, median of ${rounds} rounds`,
        samples: rounds * appends,
        ...(name === 'SQLite' ? { target: mode.target } : {}),
      });
    }
    const commandRates: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      commandRates.push(await commandRate(store, ids, commands));
    found.push({
      what: what('handleCommand on streams of 1 to 20 events'),
      value: median(commandRates),
      unit: `commands/s, median of ${rounds} rounds`,
      samples: rounds * commands,
    });
    if (mode.projections === 'none') found.push(...(await measureReplay(store, what, rounds)));
    return found;
  } finally {
    await close();
  }
}

async function measureReplay(
  store: Parameters<typeof readRate>[0],
  what: (operation: string) => string,
  rounds: number,
): Promise<readonly Measurement[]> {
  const reads: number[] = [];
  const folds: number[] = [];
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { events, rate } = await readRate(store);
    count = events.length;
    reads.push(rate);
    folds.push(foldRate(events));
  }
  const unit = `events/s, median of ${rounds} rounds`;
  const samples = rounds * count;
  return [
    { what: what('EventStore.readAll, 500 at a time'), value: median(reads), unit, samples },
    { what: what('fold of what was read'), value: median(folds), unit, samples },
  ];
}
