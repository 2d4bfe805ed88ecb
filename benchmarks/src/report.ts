import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Measurement, meetsTarget, type Size } from './measure/measurement.ts';

const RESULTS = fileURLToPath(new URL('../results', import.meta.url));

/** The measurements of one benchmark. */
export interface Section {
  readonly benchmark: string;
  readonly measurements: readonly Measurement[];
}

/** A section as a table for a terminal. */
export function formatSection({ benchmark, measurements }: Section): string {
  const rows = measurements.map((measurement) => [
    measurement.what,
    formatNumber(measurement.value),
    measurement.unit,
    `n=${measurement.samples}`,
    formatTarget(measurement),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const notes = [...new Set(measurements.flatMap(({ note }) => note ?? []))].map((note) => `  (${note})`);
  return [benchmark, ...lines.map((line) => `  ${line}`), ...notes].join('\n');
}

/** Writes everything as JSON beside earlier results; returns the path of the file. */
export async function saveResults(
  size: Size,
  startedAt: Date,
  sections: readonly Section[],
): Promise<string> {
  await mkdir(RESULTS, { recursive: true });
  const file = path.join(RESULTS, `${startedAt.toISOString().replaceAll(':', '-')}.json`);
  const machine = {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    processors: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryBytes: totalmem(),
  };
  const report = { startedAt: startedAt.toISOString(), size, machine, sections };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function formatTarget(measurement: Measurement): string {
  const { target } = measurement;
  if (target === undefined) return '';
  const wanted =
    'atMost' in target ? `<= ${formatNumber(target.atMost)}` : `>= ${formatNumber(target.atLeast)}`;
  return `${meetsTarget(measurement) ? 'met' : 'MISSED'} (${wanted})`;
}
