import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is on disk about a run while its process lives: for an operator, and for tidying up after a dead server. */
export interface RunRecord {
  readonly pid: number;
  readonly tmpDir: string;
}

/** Writes `<dataDir>/runs/<runId>.json`. */
export async function writeRunRecord(dataDir: string, runId: string, record: RunRecord): Promise<void> {
  await mkdir(join(dataDir, 'runs'), { recursive: true });
  await writeFile(recordPath(dataDir, runId), `${JSON.stringify(record)}\n`);
}

/** The runs that have a record: those of now, and those whose server died. */
export async function listRunRecords(dataDir: string): Promise<readonly string[]> {
  const names = await readdir(join(dataDir, 'runs')).catch(() => []);
  return names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
}

/** Removes a run's record and the temporary folder that it names. */
export async function clearRunRecord(dataDir: string, runId: string): Promise<void> {
  const path = recordPath(dataDir, runId);
  const record = await readFile(path, 'utf8').then(parseRecord, () => null);
  if (record) await rm(record.tmpDir, { recursive: true, force: true });
  await rm(path, { force: true });
}

function parseRecord(text: string): RunRecord | null {
  try {
    const record: unknown = JSON.parse(text);
    if (typeof record !== 'object' || record === null) return null;
    const { pid, tmpDir } = record as Partial<RunRecord>;
    return typeof pid === 'number' && typeof tmpDir === 'string' && tmpDir.includes(TMP_PREFIX)
      ? { pid, tmpDir }
      : null;
  } catch {
    return null;
  }
}

/** The beginning of the name of every run's temporary folder. */
export const TMP_PREFIX = 'ccs-run-';

const SUFFIX = '.json';

function recordPath(dataDir: string, runId: string): string {
  return join(dataDir, 'runs', `${runId}${SUFFIX}`);
}
