import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import { type DocumentLine, readDocument } from '../markdown/read-document.ts';
import { readWorkspaceFile } from '../read-workspace-file.ts';

/** A document that a phase must write, and that is there. */
export interface PhaseDocument {
  readonly path: string;
  readonly sections: readonly LocalizedText[];
  readonly lines: readonly DocumentLine[];
}

const DOCUMENT = /\.(?:md|mdx|markdown|txt)$/i;
/** Far beyond any document for people; more would only keep the server busy. */
const MAX_CHARACTERS = 512 * 1024;

/** The documents of a phase that exist, in their order. */
export async function readDocuments(
  workspace: string,
  phase: PhaseDefinition,
): Promise<readonly PhaseDocument[]> {
  const documents: PhaseDocument[] = [];
  for (const output of phase.steps.flatMap((step) => step.outputs)) {
    if (output.kind !== 'file' || !DOCUMENT.test(output.path)) continue;
    const file = await readWorkspaceFile(workspace, output.path);
    if (file === null || file.text.trim() === '') continue;
    const lines = readDocument(file.text.slice(0, MAX_CHARACTERS));
    documents.push({ path: output.path, sections: output.sections ?? [], lines });
  }
  return documents;
}
