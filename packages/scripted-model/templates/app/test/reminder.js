import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { model } from '../src/model.js';
import { reminderText, sendReminder, startReminders, untilReminder } from '../src/reminder.js';

/** A webhook on a free port that answers with `status` and remembers what it was sent. */
async function openWebhook(status) {
  const received = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push(JSON.parse(body));
    response.writeHead(status).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, received, close };
}

test('the next reminder is at nine, today or tomorrow', () => {
  const hours = (time) => untilReminder(new Date(`2026-01-15T${time}:00`)) / 3_600_000;
  assert.equal(hours('08:00'), 1);
  assert.equal(hours('09:00'), 24);
  assert.equal(hours('21:30'), 11.5);
});

test('a reminder tells the numbers under their names', () => {
  const [key] = Object.keys(model.texts.insights);
  const text = reminderText(model, { cards: [{ key, value: 2, of: 3 }] });
  assert.equal(text, `${model.title}\n${model.texts.insights[key]}: 2/3`);
});

test('a webhook gets the text', async () => {
  const webhook = await openWebhook(204);
  assert.equal(await sendReminder(webhook.url, 'Two of three 🦊'), true);
  assert.deepEqual(webhook.received, [{ text: 'Two of three 🦊' }]);
  await webhook.close();
});

test('without a webhook, or with one that fails, the app goes on', async () => {
  const webhook = await openWebhook(500);
  assert.equal(await sendReminder(webhook.url, 'text'), false);
  await webhook.close();
  assert.equal(await sendReminder(webhook.url, 'text'), false);
  assert.equal(await sendReminder(undefined, 'text'), false);
  assert.equal(await sendReminder('no address', 'text'), false);
  startReminders(undefined, () => 'text')();
});
