import type { Brief } from '../../conversation/phase-prompt.ts';
import { type Colour, ownColour } from './colours.ts';
import { nameOfThing } from './entity.ts';
import { extraFields } from './extra-fields.ts';
import type { FeatureIdea, Field, Kind, Kit, Persona } from './kit.ts';
import { bookmarks } from './kits/bookmarks.ts';
import { entries } from './kits/entries.ts';
import { expenses } from './kits/expenses.ts';
import { habits } from './kits/habits.ts';
import { notes } from './kits/notes.ts';
import { tasks } from './kits/tasks.ts';
import { cut, fitParticles, slugOf, tidy } from './text.ts';
import { type Wish, wishesOf } from './wishes.ts';

const KITS: Kit[] = [habits, tasks, notes, expenses, bookmarks];

/** Everything that the demo's documents and code are made from. The same brief always gives the same project. */
export interface Project {
  title: string;
  prompt: string;
  language: 'en' | 'ko';
  /** For package.json: lower case letters, digits and dashes. */
  slug: string;
  kind: Kind;
  /** The path of the API, such as `habits`. */
  resource: string;
  one: string;
  many: string;
  tagline: string;
  problem: string;
  metric: string;
  wishes: Wish[];
  features: (FeatureIdea & { id: string })[];
  personas: [Persona, Persona];
  alternatives: { name: string; gap: string }[];
  fields: Field[];
  insights: Record<string, string>;
  /** Entries that the app accepts as they are: the examples of the page and of the API document. */
  samples: Record<string, unknown>[];
  /** The leading colour: the kind's own, until a person chooses another. */
  colour: Colour;
  kit: Kit;
}

/** Make a project of what the user wrote. @param colour the leading colour, if a person has chosen one. */
export function projectOf(brief: Brief, colour?: Colour): Project {
  const { language } = brief;
  const title =
    cut(tidy(brief.title), 80).replace(/\.+$/, '') ||
    cut(tidy(brief.prompt), 60) ||
    (language === 'ko' ? '나의 앱' : 'My app');
  const prompt = cut(tidy(brief.prompt), 420) || title;
  const kit = kitFor(title, prompt);
  const thing = kit.kind === 'entries' ? nameOfThing(`${title}. ${prompt}`, language) : undefined;
  const { one, many } = thing ?? kit[language];
  const words = fillWords(kit[language], { one, many });
  const features = words.features.map((feature, index) => ({ ...feature, id: `F${index + 1}` }));
  const resource = kit.kind === 'entries' ? (thing?.resource ?? 'entries') : kit.kind;
  const { tagline, problem, metric, personas, alternatives, insights, samples } = words;
  const extras = kit.kind === 'entries' ? extraFields(`${title}. ${prompt}`, language) : [];
  const [nameField, ...otherFields] = words.fields;
  const fields = [...(nameField ? [nameField] : []), ...extras.map((extra) => extra.field), ...otherFields];
  return {
    title,
    prompt,
    language,
    kit,
    resource,
    one,
    many,
    features,
    tagline,
    problem,
    metric,
    personas,
    alternatives,
    fields,
    insights,
    samples: samples.map((sample) => withRequiredDays(fields, sample)),
    colour: colour ?? ownColour(kit.kind),
    slug: slugOf(title, resource),
    kind: kit.kind,
    wishes: wishesOf(prompt, { kit, one, many, features, extras, language }),
  };
}

/** The kind that the most words speak for; words in the title count three times. */
function kitFor(title: string, prompt: string): Kit {
  const score = (kit: Kit): number =>
    (title.match(kit.words)?.length ?? 0) * 3 + (prompt.match(kit.words)?.length ?? 0);
  const best = KITS.reduce((a, b) => (score(b) > score(a) ? b : a));
  return score(best) > 0 ? best : entries;
}

/** A sample holds no day of its own; where the app requires one, it gets a fixed one. */
function withRequiredDays(fields: Field[], sample: Record<string, unknown>): Record<string, unknown> {
  const needed = fields.filter((field) => field.type === 'date' && field.required);
  return { ...Object.fromEntries(needed.map((field) => [field.key, '2026-01-15'])), ...sample };
}

/** Put the entity's words into every text of a kit. */
function fillWords<T>(value: T, words: { one: string; many: string }): T {
  if (typeof value === 'string') {
    return fitParticles(value.replaceAll('{one}', words.one).replaceAll('{many}', words.many)) as T;
  }
  if (Array.isArray(value)) return value.map((item) => fillWords(item, words)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillWords(item, words)])) as T;
}
