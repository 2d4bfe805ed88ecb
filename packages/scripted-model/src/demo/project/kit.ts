/** A field of the generated app's form, as it stands in the app's own `src/model.js`. */
export interface Field {
  key: string;
  label: string;
  type: 'text' | 'textarea' | 'number' | 'date' | 'select' | 'tags' | 'url';
  required?: boolean;
  max?: number;
  min?: number;
  hint?: string;
  default?: string;
  options?: { value: string; label: string }[];
  /** An amount of money. */
  money?: boolean;
  /** Its values become the filter buttons above the list. */
  asLabel?: boolean;
}

export interface Persona {
  name: string;
  role: string;
  goal: string;
  pain: string;
}

export interface FeatureIdea {
  name: string;
  detail: string;
}

/** What a kind of app says in one language. Texts may hold `{one}` and `{many}`: the words for the entity. */
export interface KitWords {
  one: string;
  many: string;
  tagline: string;
  problem: string;
  /** What success is measured by. */
  metric: string;
  /** What people use today, and where it falls short. */
  alternatives: { name: string; gap: string }[];
  features: FeatureIdea[];
  personas: [Persona, Persona];
  fields: Field[];
  /** Labels of the four number cards, by the keys that the kit's `insights.js` uses. */
  insights: Record<string, string>;
  samples: Record<string, unknown>[];
}

/** What shows that a feature is finished: an action that works, a right number, an up-to-date view, a right order. */
export type Proof = 'action' | 'value' | 'view' | 'order';

export type Kind = 'habits' | 'tasks' | 'notes' | 'expenses' | 'bookmarks' | 'entries';

/** One kind of app: how to recognise it in a request and what it consists of. */
export interface Kit {
  kind: Kind;
  /** Words in a title or a prompt that speak for this kind. */
  words: RegExp;
  flags: ('done' | 'pinned')[];
  marks: boolean;
  /** How each of the four features proves itself, in the order of `features`. */
  proofs: [Proof, Proof, Proof, Proof];
  /** Words of a wish, in both languages, that each of the four features really answers, in the order of `features`. */
  asks: [RegExp, RegExp, RegExp, RegExp];
  /** SVG path of the app's icon, in a 40 × 40 box. */
  icon: string;
  en: KitWords;
  ko: KitWords;
}
