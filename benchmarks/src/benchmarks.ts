import { eventStore } from './event-store/event-store.ts';
import { longLog } from './lists/long-log.ts';
import { taskList } from './lists/task-list.ts';
import { parkAndResume } from './park/park-and-resume.ts';
import { protocolParser } from './protocol/protocol-parser.ts';
import { serverStart } from './server-start/server-start.ts';
import type { Benchmark } from './measure/measurement.ts';
import { outputToFrame } from './stream/output-to-frame.ts';
import { sseFanOut } from './stream/fan-out.ts';
import { platformTax } from './tax/platform-tax.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [
  platformTax,
  parkAndResume,
  eventStore,
  sseFanOut,
  outputToFrame,
  serverStart,
  taskList,
  longLog,
  protocolParser,
];
