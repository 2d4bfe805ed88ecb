/** One number that a benchmark found. */
export interface Measurement {
  /** What was measured, with the conditions that matter. */
  readonly what: string;
  readonly value: number;
  /** Unit and kind of the value, such as `ms, p99` or `appends/s, median`. */
  readonly unit: string;
  /** How many observations the value stands for. */
  readonly samples: number;
  /** What the product is to reach; the report says whether it is met, no benchmark fails because of it. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
  /** What a reader must know to judge the number. */
  readonly note?: string;
}

/** How much a benchmark does: `full` takes minutes, `quick` shows in seconds that it works. */
export type Size = 'full' | 'quick';

/** A benchmark. It works on loopback and in temporary folders only, and leaves nothing behind. */
export interface Benchmark {
  readonly name: string;
  /** One line for the list of benchmarks. */
  readonly about: string;
  run(size: Size): Promise<readonly Measurement[]>;
}

/** Whether the target is met; null without one. */
export function meetsTarget({ value, target }: Measurement): boolean | null {
  if (target === undefined) return null;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}
