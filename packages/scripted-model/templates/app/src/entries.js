import { isDay } from './dates.js';
import { compare, describe, summarise } from './insights.js';
import { validate } from './validate.js';

/** A request that cannot be done. `status` is the HTTP status, `problems` names the fields. */
export class Refusal extends Error {
  constructor(status, code, problems) {
    super(code);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

/** What a user can do with the entries of a store. `today` is the user's own calendar day. */
export function createEntries(model, store) {
  const accept = (input, options) => {
    const { value, problems } = validate(model, input, options);
    if (problems) throw new Refusal(422, 'invalid', problems);
    if ('done' in value) value.doneAt = value.done ? new Date().toISOString() : null;
    return value;
  };
  const must = (entry) => {
    if (!entry) throw new Refusal(404, 'unknown_id');
    return entry;
  };
  const present = (entry, today) => ({ ...entry, ...describe(entry, today) });

  return {
    list({ q = '', tag = '', today }) {
      const words = q.toLowerCase().split(/\s+/).filter(Boolean);
      return store
        .all()
        .filter((entry) => words.every((word) => textOf(model, entry).includes(word)))
        .filter((entry) => tag === '' || labelsOf(model, entry).includes(tag))
        .map((entry) => present(entry, today))
        .sort(compare);
    },
    labels: () => [...new Set(store.all().flatMap((entry) => labelsOf(model, entry)))].sort(),
    summary: (today) => summarise(store.all(), today),
    add: async (input, today) => present(await store.add({ ...blank(model), ...accept(input) }), today),
    async edit(id, input, today) {
      const value = accept(input, { partial: true });
      return present(must(await store.update(id, () => value)), today);
    },
    /** Set or clear the mark of one day. Setting it twice changes nothing. */
    async mark(id, day, on, today) {
      if (!model.marks) throw new Refusal(404, 'unknown_route');
      if (!isDay(day) || day > today) throw new Refusal(422, 'invalid', { day: 'date' });
      const edit = ({ days = [] }) => {
        const others = days.filter((other) => other !== day);
        return { days: on ? [...others, day].sort() : others };
      };
      return present(must(await store.update(id, edit)), today);
    },
    remove: async (id) => must(await store.remove(id)),
  };
}

function blank(model) {
  const flags = Object.fromEntries(model.flags.map((flag) => [flag, false]));
  return model.marks ? { ...flags, days: [] } : flags;
}

function labelsOf(model, entry) {
  return model.fields
    .filter((field) => field.asLabel)
    .flatMap((field) => entry[field.key] ?? [])
    .filter(Boolean);
}

function textOf(model, entry) {
  return model.fields
    .flatMap((field) => entry[field.key] ?? [])
    .join(' ')
    .toLowerCase();
}
