import type { ProtocolSignal } from './signal.ts';

/** Reads a signal that begins on one line and may go on over the following ones. */
export interface SignalReader {
  /** Whether nothing further belongs to the signal. */
  isDone(): boolean;
  /** Whether fenced code within the signal is its content; else a fence ends the signal. */
  readonly holdsFences: boolean;
  /** Takes the next line if it belongs to the signal; false ends the signal before that line. */
  takes(line: string, isFenced: boolean): boolean;
  /** The signal, once no further line belongs to it; null when it was no signal after all. */
  finish(): ProtocolSignal | null;
}
