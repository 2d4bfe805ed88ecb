import { ApiError } from '../../lib/api.ts';
import type { RequiredField } from './draft.ts';

export type FieldErrors = Partial<Record<RequiredField, string>>;

/** What the server says about each field of the form, in its words. */
export function fieldErrors(error: unknown): FieldErrors {
  if (!(error instanceof ApiError)) return {};
  const found: FieldErrors = {};
  if (error.code === 'workspace_source_invalid') found.source = error.problem?.detail ?? error.message;
  for (const { path, message } of error.problem?.errors ?? []) {
    const [field] = path.replace(/^(body)?[/.]?/, '').split(/[/.]/);
    if (field === 'title' || field === 'prompt') found[field] = message;
    if (field === 'workspace') found.source = message;
  }
  return found;
}
