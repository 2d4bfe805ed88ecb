import { eventStore } from './event-store/event-store.ts';
import { longLog } from './lists/long-log.ts';
import { taskList } from './lists/task-list.ts';
import type { Benchmark } from './measure/measurement.ts';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [eventStore, taskList, longLog];
