'use client';

import { useSyncExternalStore } from 'react';

/** One timer per period, however many elements show a running time. */
class Ticker {
  readonly #periodMs: number;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  now = Date.now();

  constructor(periodMs: number) {
    this.#periodMs = periodMs;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#timer === undefined) this.now = Date.now();
    this.#timer ??= setInterval(() => {
      this.now = Date.now();
      for (const each of this.#listeners) each();
    }, this.#periodMs);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };
}

const tickers = new Map<number, Ticker>();
const still = () => () => undefined;

/** The current time in milliseconds, renewed every `periodMs` while `isRunning`. */
export function useNow(periodMs: number, isRunning = true): number {
  let ticker = tickers.get(periodMs);
  if (!ticker) {
    ticker = new Ticker(periodMs);
    tickers.set(periodMs, ticker);
  }
  const { listen } = ticker;
  const current = ticker;
  return useSyncExternalStore(isRunning ? listen : still, () => current.now);
}
