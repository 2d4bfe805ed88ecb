import type { CriterionResult } from '@ccs/core/task/model/verification-report';
import { z } from 'zod';

const evidence = z.strictObject({
  path: z.string().describe('A file of the project, relative to the working folder.'),
  line: z.int().positive().nullable().describe('1-based; null for the whole file.'),
  text: z.string().describe('The line, or what is seen there.'),
});

function verdictOf(keys: readonly [string, ...string[]]) {
  return z.strictObject({
    key: z.enum(keys),
    verdict: z.enum(['pass', 'fail']),
    reason: z.string().min(1).describe('Why, in a sentence or two.'),
    evidence: z.array(evidence),
    advice: z.string().nullable().describe('For a fail: what to do about it. For a pass: null.'),
  });
}

/** The shape of the verifier's answer: each of the criteria once. @param keys at least one, each unique. */
function verdictsSchema(keys: readonly [string, ...string[]]) {
  return z.strictObject({ criteria: z.array(verdictOf(keys)) });
}

/** The same as JSON schema, for Claude Code's structured output. */
export function verdictsJsonSchema(keys: readonly [string, ...string[]]): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(verdictsSchema(keys));
  return schema;
}

/**
 * Reads the verifier's answer. Nothing of it is trusted: another shape, a criterion that was not asked for, or one that is
 * missing or twice make it no verdict at all.
 * @returns the verdicts in the order of the keys, or what is wrong with the answer.
 */
export function readVerdicts(
  answer: unknown,
  keys: readonly [string, ...string[]],
): readonly CriterionResult[] | { readonly problem: string } {
  const parsed = verdictsSchema(keys).safeParse(answer);
  if (!parsed.success) return { problem: z.prettifyError(parsed.error) };
  const results: CriterionResult[] = [];
  for (const key of keys) {
    const [verdict, ...more] = parsed.data.criteria.filter((each) => each.key === key);
    if (verdict === undefined) return { problem: `There is no verdict on “${key}”.` };
    if (more.length > 0) return { problem: `There is more than one verdict on “${key}”.` };
    const advice = verdict.verdict === 'fail' ? verdict.advice : null;
    results.push({ ...verdict, advice, checkedBy: 'verifier' });
  }
  return results;
}
