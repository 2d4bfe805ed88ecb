import type { Timestamp } from '../kernel/event.ts';
import type { TaskId } from '../vocabulary/ids.ts';
import type { LogKind } from '../vocabulary/stream.ts';

/** One line of a task's log as a writer gives it. */
export interface NewLogLine {
  readonly at: Timestamp;
  readonly kind: LogKind;
  /** What a person reads: text, a tool's one-line summary, a message. */
  readonly text: string;
  readonly phase?: number;
  readonly runId?: string;
  /** tool_use and tool_result: the tool and the call that belong together. */
  readonly tool?: string;
  readonly toolUseId?: string;
  readonly isError?: boolean;
  /** The tool call whose subagent wrote this line. */
  readonly parentToolUseId?: string;
  /** The raw content (tool input, tool output, message), cut at 64 KiB of JSON. */
  readonly data?: unknown;
}

/** A line on disk. */
export interface LogLine extends NewLogLine {
  /** 1-based, dense within the task. */
  readonly seq: number;
  /** The version of the task's event stream when the line was written: events up to it come before the line. */
  readonly afterVersion: number;
}

/** The log of every task: append-only, with its own sequence, in `logs/{taskId}.jsonl`. */
export interface TaskLog {
  /** On disk (in the page cache) when it resolves. Lines of one task keep their order across calls. */
  append(taskId: TaskId, afterVersion: number, lines: readonly NewLogLine[]): Promise<readonly LogLine[]>;
  /** Lines with seq > `after`, at most `limit`, only of `kinds` when given. */
  read(
    taskId: TaskId,
    query: { after: number; limit: number; kinds?: readonly LogKind[] },
  ): Promise<readonly LogLine[]>;
  /** The newest seq; 0 when there is no log. */
  lastSeq(taskId: TaskId): Promise<number>;
  /** Removes the log of a deleted task. */
  remove(taskId: TaskId): Promise<void>;
  /** Waits for what is being written and closes all files. */
  close(): Promise<void>;
}
