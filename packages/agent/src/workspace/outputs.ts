import type { OutputSpec } from '@ccs/core/vocabulary/pipelines/pipeline';
import { globToRegExp } from './glob.ts';
import { fileSize, listFiles } from './list-files.ts';

/** Which of the outputs are not on disk (or empty), in their order. Walks the folder at most once, only if needed. */
export async function missingOutputs(
  workspace: string,
  outputs: readonly OutputSpec[],
): Promise<readonly OutputSpec[]> {
  const missing = new Set<OutputSpec>();
  const wanted = new Map<OutputSpec, readonly RegExp[]>();
  for (const output of outputs) {
    if (output.kind === 'any') wanted.set(output, output.patterns.map(globToRegExp));
    else if (!((await fileSize(workspace, output.path)) ?? 0)) missing.add(output);
  }
  if (wanted.size > 0) {
    for await (const path of listFiles(workspace)) {
      for (const [output, patterns] of wanted) {
        if (patterns.some((pattern) => pattern.test(path)) && (await fileSize(workspace, path))) {
          wanted.delete(output);
        }
      }
      if (wanted.size === 0) break;
    }
  }
  return outputs.filter((output) => missing.has(output) || wanted.has(output));
}

/** The `file` outputs that are on disk and not empty, in their order. */
export async function existingOutputs(
  workspace: string,
  outputs: readonly OutputSpec[],
): Promise<readonly string[]> {
  const existing: string[] = [];
  for (const output of outputs) {
    if (output.kind === 'file' && (await fileSize(workspace, output.path))) existing.push(output.path);
  }
  return existing;
}
