import type { DocWords, KindWords } from './doc-words.ts';

const doneField = { key: 'done', typeName: 'yes or no', rule: 'with `doneAt`, the time at which it was set' };
const doneMoves = [
  { from: 'present', action: 'mark as done', to: 'done' },
  { from: 'done', action: 'mark again', to: 'present' },
];

const marked: KindWords = {
  rowAction: 'seven days to press, streak and record beside them, the last 30 days below',
  dailyAction:
    'A press on today’s circle sends `PUT /api/habits/{id}/days/{day}`; a second press clears it with `DELETE`.',
  derived: [
    { name: 'current streak', rule: 'days in a row that end today or, while today is open, yesterday' },
    { name: 'record', rule: 'the longest run of days in a row there has ever been' },
    { name: 'last 30 days', rule: 'today and the 29 days before, each marked or not' },
    { name: 'marks this week', rule: 'marked days among today and the six days before' },
  ],
  extraFields: [
    { key: 'days', typeName: 'list of days', rule: 'each day once, in order, none in the future' },
  ],
  transitions: [
    { from: 'open today', action: 'mark the day', to: 'done today' },
    { from: 'done today', action: 'clear the day', to: 'open today' },
  ],
};

/** Words of the English documents. */
export const en: DocWords = {
  types: {
    text: 'line of text',
    textarea: 'text',
    number: 'number',
    date: 'day',
    select: 'choice',
    tags: 'list of labels',
    url: 'web address',
  },
  required: 'yes',
  optional: 'no',
  requiredText: ', required',
  rules: {
    text: 'trimmed, not empty if required',
    textarea: 'line breaks are kept',
    number: 'two decimals, not below zero',
    date: 'a real calendar day',
    select: 'one of the options',
    tags: 'at most 12, no doubles',
    url: 'http or https only',
  },
  upTo: (max) => `at most ${max} characters`,
  oneOf: (labels) => `one of: ${labels}`,
  partly: (answer) => `in part: ${answer}; the rest is on the roadmap`,
  notYet: 'not in version 1; see the roadmap',
  must: 'must',
  should: 'should',
  accepted: {
    action: 'it works with keyboard, mouse and touch, and the result is on the disk before the page says so.',
    value: 'the numbers follow the written rules in every tested case, also with no data at all.',
    view: 'the page shows the right entries without being reloaded, and again after a restart of the server.',
    order: 'the order is the same in the list and in the API, and does not depend on the order of entry.',
  },
  checkedBy: {
    action: 'test/api.test.js and the walk',
    value: 'test/insights.test.js and the walk',
    view: 'test/api.test.js and the walk',
    order: 'test/insights.test.js',
  },
  later: [
    { version: '1.1', idea: 'export and import as CSV', needs: 'feedback on the fields' },
    { version: '1.2', idea: 'a view over the last twelve months', needs: 'some months of data' },
    { version: '2.0', idea: 'sign-in and use from several devices', needs: 'a hosted offer' },
  ],
  laterWish: (text) => `from the request: ${text}`,
  afterVersion1: 'version 1 in use',
  markRoutes: { set: 'mark a day, not a future one', clear: 'clear a day' },
  kinds: {
    habits: marked,
    tasks: {
      rowAction: 'a circle on the left completes the task; overdue days stand out',
      dailyAction:
        'A press on the circle sends `PATCH` with `{"done": true}`; another press brings the task back.',
      derived: [
        { name: 'overdue', rule: 'not done, and the day is before today' },
        { name: 'due today', rule: 'not done, and the day is today' },
        { name: 'order', rule: 'open first, then by day, then by priority' },
      ],
      extraFields: [doneField],
      transitions: doneMoves,
    },
    notes: {
      rowAction: 'a pin keeps the note on top',
      dailyAction:
        'A press on the pin sends `PATCH` with `{"pinned": true}`; another press lets the note go.',
      derived: [
        { name: 'words', rule: 'parts of the text between spaces and line breaks' },
        { name: 'order', rule: 'pinned first, then the one changed last' },
      ],
      extraFields: [{ key: 'pinned', typeName: 'yes or no', rule: 'set by the pin' }],
      transitions: [
        { from: 'present', action: 'pin', to: 'pinned' },
        { from: 'pinned', action: 'pin again', to: 'present' },
      ],
    },
    expenses: {
      rowAction: 'the amount stands on the right, aligned with the others',
      dailyAction: 'An expense is added with three inputs: what for, amount, category. The day is filled in.',
      derived: [
        {
          name: 'total of the month',
          rule: 'sum of the amounts in whole cents, so that nothing is lost by rounding',
        },
        { name: 'average per day', rule: 'total of the month divided by the day of the month' },
        { name: 'share of a category', rule: 'its sum divided by the total of the month' },
      ],
      extraFields: [],
      transitions: [{ from: 'this month', action: 'the month ends', to: 'month before' }],
    },
    bookmarks: {
      rowAction: 'the title is the link; a circle on the left marks it as read',
      dailyAction: 'A press on the circle sends `PATCH` with `{"done": true}` and keeps the time of reading.',
      derived: [
        { name: 'site', rule: 'host of the address without `www.`' },
        { name: 'read this month', rule: 'read, with the time of reading in this month' },
        { name: 'order', rule: 'unread first, then the newest' },
      ],
      extraFields: [doneField],
      transitions: doneMoves,
    },
    entries: {
      rowAction: 'a circle on the left marks it as done',
      dailyAction: 'A press on the circle sends `PATCH` with `{"done": true}`; another press takes it back.',
      derived: [
        { name: 'recent', rule: 'added today or in the six days before' },
        { name: 'order', rule: 'open first, then the newest day' },
      ],
      extraFields: [doneField],
      transitions: doneMoves,
    },
  },
};
