import {
  diffSchema,
  type FeedbackDto,
  feedbackSchema,
  type FileContent,
  type ReviewDto,
  reviewListSchema,
  reviewSchema,
} from '@ccs/contract';
import type { FeedbackId, TaskId } from '@ccs/core/vocabulary/ids';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusesOf } from '../testing/api-client.ts';
import { commitFiles } from '../testing/commit-files.ts';
import { COMPLETED, type HandRun } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';

let server: HandServer;
let api: HandServer['api'];
beforeAll(async () => {
  server = await startHandServer();
  api = server.api;
});
afterAll(() => server.dispose());

const IDEA = 'docs/planning/01_idea.md';
const LINES = ['# Idea', '', 'A habit tracker.', 'It has streaks.', ''];

interface InReview {
  readonly id: TaskId;
  readonly run: HandRun;
  readonly workspace: string;
  readonly review: ReviewDto;
}

async function newestReview(id: TaskId, round: number): Promise<ReviewDto> {
  return waitFor(`round ${round}`, async () => {
    const { items } = reviewListSchema.parse(await api.ok('GET', `/api/tasks/${id}/reviews`));
    return items.find((each) => each.round === round);
  });
}
/** Ends a run with these files committed, and waits for the review of them. */
async function complete(
  { id, run, workspace }: Omit<InReview, 'review'>,
  files: Readonly<Record<string, string | null>>,
  round: number,
  baseCommit: string | null = null,
): Promise<InReview> {
  const commit = await commitFiles(workspace, files);
  const outputs = Object.keys(files).map((each) => ({ path: each, kind: 'document' as const, sizeBytes: 1 }));
  run.end({ ...COMPLETED, outcome: 'completed', outputs, baseCommit, commit });
  return { id, run, workspace, review: await newestReview(id, round) };
}
async function inReview(files: Record<string, string> = { [IDEA]: LINES.join('\n') }): Promise<InReview> {
  const { id, run } = await server.startTask();
  return complete({ id, run, workspace: run.run.workspacePath }, files, 1);
}
const feedback = (changes: object = {}) => ({
  path: IDEA,
  startLine: 3,
  endLine: 4,
  kind: 'change_request',
  body: 'Say for whom.',
  ...changes,
});

describe('a round of review', () => {
  it('shows what was committed, whatever the workspace holds now', async () => {
    const { id, review, workspace } = await inReview();
    await writeFile(path.join(workspace, IDEA), 'changed since');
    const url = `/api/reviews/${review.id}`;
    expect(reviewSchema.parse(await api.ok('GET', url))).toEqual(review);
    const content = `${url}/files/content?path=${encodeURIComponent(IDEA)}`;
    expect(await api.ok('GET', content)).toMatchObject({ content: LINES.join('\n'), encoding: 'utf8' });
    const diff = diffSchema.parse(await api.ok('GET', `${url}/diff`));
    expect(diff).toMatchObject({ base: null, head: review.commit, truncated: false });
    expect(diff.files).toMatchObject([{ path: IDEA, status: 'added', additions: 4, deletions: 0 }]);
    expect(diff.files[0]?.patch).toMatch(/^@@ .*\n\+# Idea\n/);
    expect(await api.ok('GET', `/api/tasks/${id}/diff?phase=1`)).toEqual(diff);
    expect(reviewSchema.parse(await api.ok('POST', `/api/tasks/${id}/reviews`, {}))).toEqual(review);
    const item = (await api.ok<{ items: { task: { id: string } }[] }>('GET', '/api/inbox')).items.find(
      (each) => each.task.id === id,
    );
    expect(item).toMatchObject({ reasons: ['review'], review: { id: review.id } });
  });

  it('is asked for changes with all that is open, and the next round keeps their place', async () => {
    const first = await inReview();
    const { id, review, workspace } = first;
    const url = `/api/reviews/${review.id}`;
    const said = feedbackSchema.parse(await api.ok('POST', `${url}/feedback`, feedback()));
    expect(said).toMatchObject({
      state: 'open',
      round: 1,
      excerpt: 'A habit tracker.\nIt has streaks.',
      anchor: { startLine: 3, endLine: 4, stale: false },
      createdBy: 'user',
    });
    expect((await newestReview(id, 1)).status).toBe('in_review');
    const body = {
      summary: 'Almost',
      feedback: [feedback({ startLine: 1, endLine: undefined, body: 'Name it.' })],
    };
    expect(await api.ok('PATCH', `${url}/request-changes`, body)).toMatchObject({
      status: 'changes_requested',
      note: 'Almost',
      feedback: [{ id: said.id }, { startLine: 1, endLine: 1, excerpt: '# Idea' }],
    });
    const run = await server.nextAfter(first.run);
    expect(run.run.rework).toMatchObject({ kind: 'review', summary: 'Almost', feedback: [{}, {}] });
    await run.reporter.proposeResolution(said.id as FeedbackId, 'It says so now.');

    const changed = ['# The habit tracker', '', 'For you.', ...LINES.slice(2)].join('\n');
    const { review: second } = await complete({ id, run, workspace }, { [IDEA]: changed }, 2);
    expect(second.feedback.map(({ body: text, round, anchor }) => ({ text, round, anchor }))).toEqual([
      { text: 'Say for whom.', round: 1, anchor: { startLine: 4, endLine: 5, stale: false } },
      { text: 'Name it.', round: 1, anchor: { startLine: 1, endLine: 1, stale: true } },
    ]);
    expect(second.feedback[0]?.proposal).toBe('It says so now.');
    const previous = diffSchema.parse(await api.ok('GET', `/api/reviews/${second.id}/diff?against=previous`));
    expect(previous).toMatchObject({ base: review.commit, head: second.commit });
    expect(previous.files).toMatchObject([{ additions: 2, deletions: 1, status: 'modified' }]);

    const resolved = await api.ok<FeedbackDto>('PATCH', `/api/feedback/${said.id}`, { state: 'resolved' });
    expect(resolved).toMatchObject({ id: said.id, state: 'resolved' });
    expect((await newestReview(id, 2)).feedback.map((each) => each.body)).toEqual(['Name it.']);
    expect((await newestReview(id, 1)).feedback).toHaveLength(2);
  });

  it('that is not the newest cannot be approved, changed or commented', async () => {
    const first = await inReview();
    const url = `/api/reviews/${first.review.id}`;
    await api.ok('PATCH', `${url}/request-changes`, { summary: 'More' });
    const run = await server.nextAfter(first.run);
    await complete({ ...first, run }, { [IDEA]: 'more' }, 2);
    expect(await api.problem('PATCH', `${url}/approve`, {})).toBe('409 review_closed');
    expect(await api.problem('PATCH', `${url}/request-changes`, { summary: 'x' })).toBe('409 review_closed');
    expect(await api.problem('POST', `${url}/feedback`, feedback())).toBe('409 review_closed');
  });

  it('is decided by whoever is first', async () => {
    const { id, review } = await inReview();
    const url = `/api/reviews/${review.id}`;
    const both = await Promise.all([
      api.call('PATCH', `${url}/approve`, {}),
      api.call('PATCH', `${url}/request-changes`, { summary: 'No' }),
    ]);
    expect(statusesOf(both)).toEqual([200, 409]);
    expect(await api.problem('POST', `/api/tasks/${id}/reviews`, {})).toBe('409 illegal_transition');
  });

  it('is shown also when its workspace is gone, but not its files', async () => {
    const { id, review, workspace } = await inReview();
    const url = `/api/reviews/${review.id}`;
    await api.ok('POST', `${url}/feedback`, feedback());
    await rm(workspace, { recursive: true });
    expect(await api.ok('GET', url)).toMatchObject({ id: review.id, feedback: [{ path: IDEA }] });
    const content = `${url}/files/content?path=${encodeURIComponent(IDEA)}`;
    expect(await api.problem('GET', content)).toBe('409 workspace_unreadable');
    expect(await api.problem('GET', `${url}/diff`)).toBe('409 workspace_unreadable');
    expect(await api.ok('GET', `/api/tasks/${id}/diff`)).toMatchObject({ head: null, files: [] });
  });

  it('needs something to change', async () => {
    const { review } = await inReview();
    const url = `/api/reviews/${review.id}/request-changes`;
    expect(await api.problem('PATCH', url, {})).toBe('422 changes_empty');
    expect(await api.problem('PATCH', url, { summary: ' ' })).toBe('400 validation_failed');
  });
});

describe('feedback', () => {
  it('is refused where the review has no such file or lines', async () => {
    const { review, workspace } = await inReview({
      [IDEA]: LINES.join('\n'),
      'logo.png': '\0\x01\x02',
    });
    await writeFile(path.join(workspace, 'later.md'), 'not under review');
    const say = (changes: object) =>
      api.problem('POST', `/api/reviews/${review.id}/feedback`, feedback(changes));
    expect(await say({ path: 'later.md' })).toBe('404 file_not_found');
    expect(await say({ path: 'later.md', startLine: undefined, endLine: undefined })).toBe(
      '404 file_not_found',
    );
    expect(await say({ path: 'docs' })).toBe('404 file_not_found');
    expect(await say({ startLine: 4, endLine: 40 })).toBe('422 feedback_target_invalid');
    expect(await say({ startLine: 40, endLine: 41 })).toBe('422 feedback_target_invalid');
    expect(await say({ path: 'logo.png' })).toBe('422 feedback_target_invalid');
    for (const lines of [{ startLine: 0 }, { startLine: 4, endLine: 3 }, { startLine: undefined }]) {
      expect(await say(lines), JSON.stringify(lines)).toBe('400 validation_failed');
    }
    expect(await say({ body: ' ' })).toBe('400 validation_failed');
    expect(await say({ kind: 'shout' })).toBe('400 validation_failed');
    const missing = '/api/feedback/feedback_00000000000000000000000000';
    expect(await api.problem('PATCH', missing, { state: 'resolved' })).toBe('404 feedback_not_found');
  });

  it('never leads out of the review', async () => {
    const { review, workspace } = await inReview();
    await writeFile(path.join(path.dirname(workspace), 'secret.txt'), 'secret');
    const url = `/api/reviews/${review.id}`;
    for (const name of [
      '../secret.txt',
      `docs/../../secret.txt`,
      '/etc/passwd',
      path.join(path.dirname(workspace), 'secret.txt'),
      'docs\0/x',
      '%2e%2e/secret.txt',
      '..\\secret.txt',
      '.git/config',
      ':(top)docs/planning/01_idea.md',
      '--help',
      '',
    ]) {
      const body = feedback({ path: name, startLine: undefined, endLine: undefined });
      const said = await api.problem('POST', `${url}/feedback`, body);
      expect(said, name).toMatch(/^(400|404|422) /);
      const read = await api.problem('GET', `${url}/files/content?path=${encodeURIComponent(name)}`);
      expect(read, name).toMatch(/^(400|404|422) /);
      if (name === '' || name.includes('\0')) continue;
      const diff = await api.call('GET', `${url}/diff?path=${encodeURIComponent(name)}`);
      if (diff.statusCode === 200) expect(diff.json().files, name).toEqual([]);
      else expect(diff.statusCode, name).toBe(400);
    }
    const { feedback: stored } = await api.ok<ReviewDto>('GET', url);
    expect(stored).toEqual([]);
  });

  it('can be about a file that the phase deleted, as a whole', async () => {
    const { id, run } = await server.startTask();
    const workspace = run.run.workspacePath;
    const base = await commitFiles(workspace, { 'old.md': 'old' });
    const { review } = await complete({ id, run, workspace }, { 'old.md': null, [IDEA]: 'x' }, 1, base);
    const whole = feedback({ path: 'old.md', startLine: undefined, endLine: undefined });
    expect(await api.ok('POST', `/api/reviews/${review.id}/feedback`, whole)).toMatchObject({
      startLine: null,
    });
  });
});

it('secrets of the task are in no content, diff, excerpt or patch', async () => {
  const value = 'sk-test-1a2b3c4d5e6f7a8b9c0d';
  const { id, run } = await server.startTask();
  const receipt = await run.reporter.requestDependency({
    type: 'api_key',
    name: 'API_KEY',
    description: 'a key',
    required: true,
    permission: null,
    source: 'text',
    toolUseId: null,
    deferred: false,
  });
  if (receipt.kind !== 'waiting') throw new Error(receipt.kind);
  run.end({ outcome: 'blocked', usage: COMPLETED.usage });
  const seen = api.answers.length;
  await api.ok('POST', `/api/dependencies/${receipt.id}/provide`, { value });
  const next = await server.nextAfter(run);
  const encoded = Buffer.from(value).toString('base64');
  const text = ['# Idea', `key: ${value}`, `encoded: ${encoded}`, ''].join('\n');
  const workspace = run.run.workspacePath;
  const { review } = await complete({ id, run: next, workspace }, { [IDEA]: text }, 1);
  const about = feedback({ startLine: 2, endLine: 3 });
  const said = await api.ok<FeedbackDto>('POST', `/api/reviews/${review.id}/feedback`, about);
  expect(said.excerpt).toMatch(/^key: .+\nencoded: .+$/);
  const content = `files/content?path=${encodeURIComponent(IDEA)}`;
  const shown = await api.ok<FileContent>('GET', `/api/reviews/${review.id}/${content}`);
  expect(shown.content).toContain('# Idea');
  for (const url of [
    `/api/tasks/${id}/${content}`,
    `/api/tasks/${id}/diff`,
    `/api/tasks/${id}/patch`,
    `/api/tasks/${id}/events`,
    `/api/tasks/${id}/reviews`,
    `/api/reviews/${review.id}/diff`,
  ]) {
    expect((await api.call('GET', url)).statusCode, url).toBe(200);
  }
  const answers = api.answers.slice(seen).join('\n');
  expect(answers).not.toContain(value);
  expect(answers).not.toContain(encoded);
});
