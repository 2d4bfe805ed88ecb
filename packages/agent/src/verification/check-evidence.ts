import type { CriterionResult, Evidence } from '@ccs/core/task/model/verification-report';
import { relative, resolve, sep } from 'node:path';
import { cut } from './cut.ts';
import { readWorkspaceFile } from './read-workspace-file.ts';
import { boundedEvidence, MAX_EVIDENCE } from './results.ts';

const MAX_WORDS = 2_000;

/**
 * The verifier's result with the evidence that can be looked up: files that are in the workspace, and lines that they
 * have. What it names besides is dropped; the verdict stays, because a fail may have nothing to point at.
 */
export async function withRealEvidence(workspace: string, result: CriterionResult): Promise<CriterionResult> {
  const real: Evidence[] = [];
  for (const evidence of result.evidence.slice(0, 5 * MAX_EVIDENCE)) {
    const path = relativePath(workspace, evidence.path);
    const file = path === null ? null : await readWorkspaceFile(workspace, path);
    if (path === null || file === null) continue;
    real.push({ path, line: realLine(file.text, evidence), text: evidence.text });
  }
  return {
    ...result,
    reason: cut(result.reason, MAX_WORDS),
    advice: result.advice === null ? null : cut(result.advice, MAX_WORDS),
    evidence: boundedEvidence(real),
  };
}

/** The line nearest to the named one that holds the quoted words (models miscount); the named one if it exists. */
function realLine(text: string, { line, text: quoted }: Evidence): number | null {
  if (line === null) return null;
  const lines = text.split('\n');
  const words = quoted.trim();
  const from = Math.min(line, lines.length);
  if (words !== '') {
    for (let distance = 0; distance < lines.length; distance += 1) {
      for (const candidate of [from - distance, from + distance]) {
        if (lines[candidate - 1]?.includes(words)) return candidate;
      }
    }
  }
  return line <= lines.length ? line : null;
}

/** As the platform writes paths; null when it leads out of the workspace. Absolute paths into it count: agents use them. */
function relativePath(workspace: string, path: string): string | null {
  const way = relative(workspace, resolve(workspace, path)).split(sep).join('/');
  return way === '' || way === '..' || way.startsWith('../') ? null : way;
}
