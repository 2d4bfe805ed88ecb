import assert from 'node:assert/strict';
import { test } from 'node:test';
import { model } from '../src/model.js';
import { validate } from '../src/validate.js';

const any = {
  fields: [
    { key: 'name', type: 'text', required: true, max: 10 },
    { key: 'when', type: 'date' },
    { key: 'amount', type: 'number', min: 0 },
    { key: 'link', type: 'url', max: 200 },
    { key: 'kind', type: 'select', options: [{ value: 'a' }], default: 'a' },
    { key: 'tags', type: 'tags' },
  ],
  flags: ['done'],
};
const problems = (input) => validate(any, { name: 'x', ...input }).problems;

test('every example of this app is valid', () => {
  for (const sample of model.samples) assert.equal(validate(model, sample).problems, undefined);
});

test('required fields must hold something', () => {
  const required = model.fields.filter((field) => field.required).map((field) => field.key);
  assert.ok(required.length > 0);
  assert.deepEqual(Object.keys(validate(model, {}).problems).sort(), required.sort());
  assert.deepEqual(problems({ name: '   ' }), { name: 'required' });
});

test('each type refuses what it cannot hold', () => {
  assert.deepEqual(problems({ name: 'x'.repeat(11) }), { name: 'long' });
  assert.deepEqual(problems({ when: '2026-02-30' }), { when: 'date' });
  assert.deepEqual(problems({ amount: '12' }), { amount: 'number' });
  assert.deepEqual(problems({ amount: -1 }), { amount: 'min' });
  assert.deepEqual(problems({ link: 'javascript:alert(1)' }), { link: 'url' });
  assert.deepEqual(problems({ kind: 'b' }), { kind: 'option' });
  assert.deepEqual(problems({ tags: [1] }), { tags: 'tags' });
  assert.deepEqual(problems({ done: 'yes' }), { done: 'boolean' });
});

test('unknown fields are dropped and tags are tidied', () => {
  const { value } = validate(any, { name: ' x ', tags: '#a, b,a, ', admin: true });
  assert.deepEqual(value, { name: 'x', when: '', amount: null, link: '', kind: 'a', tags: ['a', 'b'] });
});

test('a partial change leaves the other fields alone', () => {
  assert.deepEqual(validate(any, { done: true }, { partial: true }).value, { done: true });
});
