/** An item of a list, or one that has just left it and is shown for a while longer. */
export interface Lingering<T> {
  readonly item: T;
  /** When it left, in milliseconds; null while it is there. */
  readonly goneAt: number | null;
}

/** How long what is settled stays to be seen, in milliseconds. */
export const LINGER_MS = 6000;

/**
 * The list as it is to be shown `now`: all of `items` in their order, and those of `before` that have left it less than
 * LINGER_MS ago, each after the one that it stood after.
 */
export function linger<T>(
  before: readonly Lingering<T>[],
  items: readonly T[],
  keyOf: (item: T) => string,
  now: number,
): readonly Lingering<T>[] {
  const shown: Lingering<T>[] = items.map((item) => ({ item, goneAt: null }));
  const present = new Set(items.map(keyOf));
  let previous: string | null = null;
  for (const { item, goneAt } of before) {
    const key = keyOf(item);
    const left = goneAt ?? now;
    if (!present.has(key) && now - left < LINGER_MS) {
      const place = shown.findIndex((each) => keyOf(each.item) === previous) + 1;
      shown.splice(place, 0, { item, goneAt: left });
    }
    if (shown.some((each) => keyOf(each.item) === key)) previous = key;
  }
  return shown;
}
