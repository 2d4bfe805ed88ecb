import type { LogLine } from '@ccs/core/ports/task-log';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeItems } from './task-stream.ts';
import type { StreamItem } from './stream-frame.ts';

const taskId = 'task_x';
const name = (item: StreamItem) => (item.kind === 'event' ? `e${item.event.version}` : `l${item.line.seq}`);
/** The live order: after each event some lines. */
const liveOrder = fc.array(fc.nat({ max: 4 }), { maxLength: 12 });

function build(linesAfter: readonly number[]) {
  const order: string[] = [];
  const events: StoredTaskEvent[] = [];
  const lines: LogLine[] = [];
  linesAfter.forEach((count, index) => {
    const version = index + 1;
    events.push({
      version,
      taskId,
      id: 'evt_x',
      position: version,
      type: 'TaskStarted',
      payload: {},
      schemaVersion: 1,
      timestamp: '',
      userId: 'system',
      commandId: null,
    });
    order.push(`e${version}`);
    for (let each = 0; each < count; each += 1) {
      lines.push({ seq: lines.length + 1, afterVersion: version, at: '', kind: 'text', text: '' });
      order.push(`l${lines.length}`);
    }
  });
  return { order, events, lines };
}

it('replays the live order from any place, in chunks of any size', () => {
  fc.assert(
    fc.property(liveOrder, fc.nat(), fc.integer({ min: 1, max: 5 }), (linesAfter, cut, chunk) => {
      const { order, events, lines } = build(linesAfter);
      const start = order.length === 0 ? 0 : cut % (order.length + 1);
      const had = order.slice(0, start);
      let version = had.filter((each) => each.startsWith('e')).length;
      let seq = had.filter((each) => each.startsWith('l')).length;
      const replayed: string[] = [];
      for (;;) {
        const someEvents = events.filter((event) => event.version > version).slice(0, chunk);
        const someLines = lines.filter((line) => line.seq > seq).slice(0, chunk);
        const items = mergeItems(taskId, someEvents, someLines, {
          eventsEnd: someEvents.length < chunk,
          linesEnd: someLines.length < chunk,
        });
        if (items.length === 0) break;
        replayed.push(...items.map(name));
        version += items.filter((item) => item.kind === 'event').length;
        seq += items.filter((item) => item.kind === 'line').length;
      }
      expect(replayed).toEqual(order.slice(start));
    }),
  );
});
