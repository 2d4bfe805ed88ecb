import type { LocalizedText } from '../language.ts';

/**
 * What decides a criterion. A program: `outputs_exist` all outputs of the phase are there; `min_length` each document has
 * at least `characters`; `sections` each document has its required sections, none empty; `no_placeholders`;
 * `env_ignored` `.env` is in .gitignore; `no_secrets` no credential in any file; `tests_exist`; `tests_pass` the platform
 * runs the project's tests and they exit with 0. Or `verifier`: a separate agent reads the files and judges.
 */
export type CriterionCheck =
  | {
      readonly kind:
        | 'outputs_exist'
        | 'sections'
        | 'no_placeholders'
        | 'env_ignored'
        | 'no_secrets'
        | 'tests_exist'
        | 'tests_pass';
    }
  | { readonly kind: 'min_length'; readonly characters: number }
  | {
      readonly kind: 'verifier';
      /** What to judge, as an instruction to the verifier. */
      readonly instruction: string;
    };

/** One thing that must be true of a phase before it goes to review (platform specification G). */
export interface Criterion {
  /** Unique within the phase, stable: `documents_agree`. */
  readonly key: string;
  readonly name: LocalizedText;
  readonly check: CriterionCheck;
}
