import type { TaskId } from '@ccs/core/vocabulary/ids';
import { openTaskLog } from '../../agent-log/open-task-log.ts';

/*
 * Writes to the log of one task until it is killed. Arguments: folder and task id. Writes a line with the newest
 * number for every append that was confirmed.
 */
const [directory = '', taskId = ''] = process.argv.slice(2);
const log = await openTaskLog({ directory });
const line = (length: number) => ({
  at: '2026-01-01T00:00:00.000Z',
  kind: 'text' as const,
  text: '습'.repeat(length),
});
for (let count = 0; ; count += 1) {
  const appends = [3, 700, 20_000].map((length) =>
    log.append(taskId as TaskId, count, [line(length), line(count % 50)]),
  );
  for (const append of appends) process.stdout.write(`${(await append).at(-1)?.seq}\n`);
}
