import type { LogLineDto } from '@ccs/contract';

/** Row heights in pixels until a row is measured. */
const ONE_LINE = 28;
const TEXT_LINE = 22;

/** How tall a row will be, roughly: the closer, the calmer the scroll bar. */
export function estimateRow(line: LogLineDto | undefined): number {
  if (!line) return ONE_LINE;
  if (line.kind === 'tool_result') return 0;
  if (line.kind !== 'text') return ONE_LINE;
  const rows = line.text.split('\n', 16).reduce((sum, part) => sum + 1 + Math.floor(part.length / 120), 0);
  return 12 + Math.min(rows, 16) * TEXT_LINE;
}
