/**
 * Collects arguments and hands them over at most once per `ms`: at once after a pause, else at the end of the
 * period.
 */
export function throttle<T>(ms: number, run: (all: readonly T[]) => void) {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    const all = waiting;
    waiting = [];
    timer = setTimeout(flush, ms);
    run(all);
  };
  return {
    call(items: readonly T[]): void {
      waiting.push(...items);
      if (timer === undefined) flush();
    },
    cancel(): void {
      clearTimeout(timer);
    },
  };
}
