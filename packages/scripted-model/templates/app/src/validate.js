import { isDay } from './dates.js';

/**
 * Check what came over the wire against the fields of the model. Returns `{ value }` with exactly the known fields, or
 * `{ problems: { field: code } }`. With `partial`, fields that are absent stay untouched.
 */
export function validate(model, input, { partial = false } = {}) {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { problems: { body: 'object' } };
  }
  const value = {};
  const problems = {};
  for (const field of model.fields) {
    if (partial && !Object.hasOwn(input, field.key)) continue;
    const checked = check(field, Object.hasOwn(input, field.key) ? input[field.key] : undefined);
    if (checked.problem) problems[field.key] = checked.problem;
    else value[field.key] = checked.value;
  }
  for (const flag of model.flags) {
    if (!Object.hasOwn(input, flag)) continue;
    if (typeof input[flag] === 'boolean') value[flag] = input[flag];
    else problems[flag] = 'boolean';
  }
  return Object.keys(problems).length > 0 ? { problems } : { value };
}

function check(field, raw) {
  if (field.type === 'tags') return checkTags(field, raw);
  if (raw === undefined || raw === null || raw === '') {
    if (field.required) return { problem: 'required' };
    return { value: field.default ?? (field.type === 'number' ? null : '') };
  }
  if (field.type === 'number') {
    const number = typeof raw === 'number' ? raw : Number.NaN;
    if (!Number.isFinite(number) || Math.abs(number) > 1e12) return { problem: 'number' };
    return number < (field.min ?? -1e12) ? { problem: 'min' } : { value: Math.round(number * 100) / 100 };
  }
  if (typeof raw !== 'string') return { problem: 'text' };
  const text = raw.trim();
  if (field.required && text === '') return { problem: 'required' };
  if (text.length > (field.max ?? 200)) return { problem: 'long' };
  if (field.type === 'date' && !isDay(text)) return { problem: 'date' };
  if (field.type === 'url' && !isWebAddress(text)) return { problem: 'url' };
  if (field.type === 'select' && !field.options.some((option) => option.value === text)) {
    return { problem: 'option' };
  }
  return { value: text };
}

function checkTags(field, raw) {
  if (raw === undefined || raw === null || raw === '') return { value: [] };
  const list = typeof raw === 'string' ? raw.split(',') : raw;
  if (!Array.isArray(list) || !list.every((tag) => typeof tag === 'string')) return { problem: 'tags' };
  const tags = [...new Set(list.map((tag) => tag.trim().replace(/^#/, '')).filter(Boolean))];
  const fits = tags.length <= 12 && tags.every((tag) => tag.length <= (field.max ?? 30));
  return fits ? { value: tags } : { problem: 'long' };
}

function isWebAddress(text) {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
