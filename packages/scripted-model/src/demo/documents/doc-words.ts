import type { Field, Kind, Proof } from '../project/kit.ts';

/** What happens to a single entry of each kind, for the documents. */
export interface KindWords {
  rowAction: string;
  dailyAction: string;
  derived: { name: string; rule: string }[];
  extraFields: { key: string; typeName: string; rule: string }[];
  transitions: { from: string; action: string; to: string }[];
}

/** Words of the documents in one language. */
export interface DocWords {
  types: Record<Field['type'], string>;
  required: string;
  optional: string;
  requiredText: string;
  rules: Record<Field['type'], string>;
  upTo: (max: number) => string;
  oneOf: (labels: string) => string;
  partly: (answer: string) => string;
  notYet: string;
  must: string;
  should: string;
  accepted: Record<Proof, string>;
  checkedBy: Record<Proof, string>;
  later: { version: string; idea: string; needs: string }[];
  laterWish: (text: string) => string;
  afterVersion1: string;
  markRoutes: { set: string; clear: string };
  kinds: Record<Kind, KindWords>;
}
