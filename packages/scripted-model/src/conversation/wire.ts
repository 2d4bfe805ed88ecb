/** The part of a Messages API request that scenarios read. Everything is optional: what comes over the wire is not trusted. */
export interface MessagesRequest {
  model?: string;
  stream?: boolean;
  system?: unknown;
  tools?: unknown;
  messages?: unknown;
}

/** A content block of a message of the request, narrowed field by field where it is read. */
export interface WireBlock {
  type?: unknown;
  text?: unknown;
  id?: unknown;
  name?: unknown;
  input?: unknown;
  tool_use_id?: unknown;
  content?: unknown;
  is_error?: unknown;
}

/** True for an object that is not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The blocks of a message's `content`, which may be a string or an array. */
export function blocksOf(content: unknown): WireBlock[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return Array.isArray(content) ? content.filter(isRecord) : [];
}

/** All the text in a `content`, joined by newlines. */
export function textOf(content: unknown): string {
  return blocksOf(content)
    .map((block) => (typeof block.text === 'string' ? block.text : ''))
    .filter((text) => text !== '')
    .join('\n');
}
