import type { NewLogLine } from '@ccs/core/ports/task-log';
import type { Language, LocalizedText } from '@ccs/core/vocabulary/language';
import type { LogKind } from '@ccs/core/vocabulary/stream';
import { logData } from './log-data.ts';
import type { Redact } from './redactor.ts';

/** What a line says beside its text. */
export type LineFields = Pick<NewLogLine, 'tool' | 'toolUseId' | 'isError' | 'parentToolUseId' | 'data'>;

/**
 * Writes the lines of one run: stamped with time, phase and run, free of secrets. What the platform itself says is given in
 * every language and written in that of the task.
 */
export type RunLog = (kind: LogKind, text: string | LocalizedText, fields?: LineFields) => void;

/** The log of one run, on top of a sink for finished lines. */
export function createRunLog(options: {
  /** Null in a conversation, which has no phases. */
  readonly phase: number | null;
  readonly runId: string;
  readonly language: Language;
  readonly redact: Redact;
  readonly sink: (line: NewLogLine) => void;
}): RunLog {
  const { phase, runId, language, redact, sink } = options;
  return (kind, text, fields = {}) => {
    const { data, ...rest } = fields;
    const line: NewLogLine = {
      at: new Date().toISOString(),
      kind,
      text: redact(typeof text === 'string' ? text : text[language]),
      ...(phase === null ? {} : { phase }),
      runId,
      ...rest,
    };
    sink(data === undefined ? line : { ...line, data: logData(data, redact) });
  };
}
