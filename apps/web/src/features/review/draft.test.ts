import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginWriting,
  endWriting,
  feedbackOf,
  parseDraft,
  type Remark,
  withoutRemark,
  withRemark,
  worthKeeping,
} from './draft.ts';

const remark: Remark = {
  id: 'a',
  path: 'docs/01.md',
  startLine: 3,
  endLine: 5,
  kind: 'change_request',
  body: ' Say who it is for. ',
};
const empty = parseDraft(null);

test('what is typed becomes a remark, and typing is over', () => {
  const draft = withRemark({ ...empty, writing: remark }, remark);
  expect(draft).toEqual({ remarks: [remark], writing: null, summary: '' });
  const changed = withRemark(draft, { ...remark, body: 'Other words' });
  expect(changed.remarks.map((each) => each.body)).toEqual(['Other words']);
  expect(withoutRemark(changed, 'a').remarks).toEqual([]);
});

test('an empty draft is not kept', () => {
  expect(worthKeeping(empty)).toBeNull();
  for (const draft of [
    { ...empty, summary: 'x' },
    { ...empty, writing: remark },
    { ...empty, remarks: [remark] },
  ]) {
    expect(worthKeeping(draft)).toBe(draft);
  }
});

test('the server gets lines only for remarks on lines', () => {
  expect(feedbackOf(remark)).toEqual({
    path: 'docs/01.md',
    startLine: 3,
    endLine: 5,
    kind: 'change_request',
    body: 'Say who it is for.',
  });
  expect(feedbackOf({ ...remark, startLine: null, endLine: null })).toEqual({
    path: 'docs/01.md',
    kind: 'change_request',
    body: 'Say who it is for.',
  });
});

test('what was stored comes back, and of foreign things nothing does', () => {
  const draft = { remarks: [remark], writing: { ...remark, id: 'b' }, summary: 'In all' };
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  const bad = [
    { ...remark, kind: 'praise' },
    { ...remark, startLine: 0 },
    { ...remark, endLine: null },
    null,
    'x',
  ];
  expect(parseDraft({ remarks: [...bad, remark], writing: 1, summary: [] })).toEqual({
    remarks: [remark],
    writing: null,
    summary: '',
  });
});

test('never throws on what is stored', () => {
  fc.assert(fc.property(fc.jsonValue(), (stored) => Array.isArray(parseDraft(stored).remarks)));
});

test('what is being written moves with its lines, and is kept when another place is chosen', () => {
  const place = { path: 'docs/01.md', startLine: 3, endLine: 3 };
  const begun = beginWriting(empty, place, 'b');
  expect(begun.writing).toMatchObject({ id: 'b', startLine: 3, body: '' });
  const typed = { ...begun, writing: { ...remark, id: 'b', endLine: 3 } };
  const further = beginWriting(typed, { ...place, endLine: 8 }, 'c');
  expect(further).toMatchObject({ remarks: [], writing: { id: 'b', endLine: 8, body: remark.body } });
  const elsewhere = beginWriting(typed, { path: 'other.md', startLine: null, endLine: null }, 'c');
  expect(elsewhere.remarks.map(({ id }) => id)).toEqual(['b']);
  expect(elsewhere.writing).toMatchObject({ id: 'c', path: 'other.md', body: '' });
});

test('writing that ends with words is a remark, without them nothing', () => {
  expect(endWriting({ ...empty, writing: remark }).remarks).toEqual([remark]);
  expect(endWriting({ ...empty, writing: { ...remark, body: ' ' } })).toEqual(empty);
  expect(endWriting(empty)).toBe(empty);
});
