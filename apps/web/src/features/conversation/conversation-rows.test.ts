import type { LogLineDto, MessageDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { conversationRows, type ConversationRow } from './conversation-rows.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

function line(second: number, kind: LogLineDto['kind'], text: string, more: Partial<LogLineDto> = {}) {
  return { seq: second, afterVersion: 1, at: at(second), kind, text, ...more } satisfies LogLineDto;
}

function message(text: string, sent: number, delivered: number | null): MessageDto {
  return {
    id: `message-${text}`,
    taskId: 'task',
    text,
    delivery: 'after_turn',
    sentAt: at(sent),
    sentBy: 'user',
    deliveredAt: delivered === null ? null : at(delivered),
  };
}

const said = (rows: readonly ConversationRow[]) =>
  rows.map((row) => {
    if (row.kind === 'prompt') return `> ${row.text}`;
    if (row.kind === 'message') return `> ${row.message.text}`;
    return row.kind === 'tools' ? `(${row.calls.length})` : row.line.text;
  });

const LINES = [
  line(1, 'prompt', 'Look at the logs'),
  line(2, 'text', 'I will look.'),
  line(3, 'tool_use', 'Read a'),
  line(4, 'tool_result', ''),
  line(5, 'tool_use', 'Read b'),
  line(6, 'text', 'Found it.'),
  line(10, 'prompt', 'The person says: fix it'),
  line(11, 'text', 'Fixed.'),
];
const PROMPT = 'Look at the logs';

test('words alternate, tools between them are one row', () => {
  const rows = conversationRows({
    prompt: PROMPT,
    lines: LINES,
    messages: [message('fix it', 7, 10)],
    isWhole: true,
  });
  expect(said(rows)).toEqual([
    '> Look at the logs',
    'I will look.',
    '(2)',
    'Found it.',
    '> fix it',
    'Fixed.',
  ]);
});

test('a message sent in the middle of a turn stands where the agent got it, however late that was recorded', () => {
  const messages = [message('fix it', 3, 12)];
  expect(said(conversationRows({ prompt: PROMPT, lines: LINES, messages, isWhole: true })).slice(-2)).toEqual(
    ['> fix it', 'Fixed.'],
  );
});

test('without a prompt in the log the time of delivery places it', () => {
  const lines = LINES.filter(({ kind }) => kind !== 'prompt');
  const messages = [message('fix it', 3, 10)];
  expect(said(conversationRows({ prompt: PROMPT, lines, messages, isWhole: true })).slice(-2)).toEqual([
    '> fix it',
    'Fixed.',
  ]);
});

test('what the agent has not got stands last, in the order it was sent', () => {
  const messages = [message('fix it', 7, 10), message('and test it', 12, null), message('thanks', 13, null)];
  const rows = conversationRows({ prompt: PROMPT, lines: LINES, messages, isWhole: true });
  expect(said(rows).slice(-3)).toEqual(['Fixed.', '> and test it', '> thanks']);
});

test('while only the end is loaded, what was said before it is left out', () => {
  const messages = [message('first', 2, 3), message('fix it', 7, 10)];
  const rows = conversationRows({ prompt: PROMPT, lines: LINES.slice(5), messages, isWhole: false });
  expect(said(rows)).toEqual(['Found it.', '> fix it', 'Fixed.']);
});

test('the words of a subagent are part of the work', () => {
  const lines = [
    line(1, 'tool_use', 'Task'),
    line(2, 'text', 'inner', { parentToolUseId: 'x' }),
    line(3, 'text', 'outer'),
  ];
  expect(said(conversationRows({ prompt: PROMPT, lines, messages: [], isWhole: true }))).toEqual([
    '> Look at the logs',
    '(1)',
    'outer',
  ]);
});
