import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CheckBench, openCheckBench } from '../../testing/check-bench.ts';
import { markBase } from '../../workspace/source/base-commit.ts';

const VALUE = 'q7-Zeta+/of=the 9th';
const CHECK = { kind: 'no_secrets' } as const;
const environment = { API_KEY: VALUE, PORT: '8080' };

let bench: CheckBench;
beforeEach(async () => {
  bench = await openCheckBench();
});
afterEach(() => bench.close());

/** Commits these files as they are, and tells the first seven digits of the commit. */
async function commit(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  for (const [path, content] of Object.entries(files)) await bench.put(path, content);
  bench.git('add', '-A');
  bench.git('commit', '-q', '--allow-empty', '-m', 'Work');
  return bench.git('rev-parse', 'HEAD').slice(0, 7);
}

test.each<[string, string, string | Buffer]>([
  ['plain', 'src/a.js', `x\nconst key = "${VALUE}";\n`],
  ['base64', 'a.txt', Buffer.from(`user:${VALUE}`).toString('base64')],
  ['in a binary file', 'a.bin', Buffer.concat([Buffer.from([0, 1, 255, 10]), Buffer.from(VALUE)])],
  ['in a file with an odd name', 'docs/with space "한".md', VALUE],
  ['in a file that looks like a patch', 'x.patch', `--- a/y\n+++ b/other\n@@ -1 +1 @@\n+${VALUE}\n`],
  ['after a lot else', 'big.txt', `${'nothing of interest\n'.repeat(120_000)}${VALUE}\n`],
])('a value that only an earlier commit holds: %s', async (_, path, content) => {
  await commit({ 'README.md': 'Hello\n' });
  const leaking = await commit({ [path]: content });
  await commit({ [path]: 'gone\n' });
  const result = await bench.check(CHECK, { environment });
  expect(result).toMatchObject({
    verdict: 'fail',
    reason: expect.stringMatching(/^The history of this work/),
    evidence: [{ path, line: null, text: `commit ${leaking}: a value given to this task` }],
    advice: expect.stringContaining('`git update-ref -d HEAD`'),
  });
  expect(JSON.stringify(result)).not.toContain('Zeta');
});

test('a value of several lines, and one in a file that was removed', async () => {
  const key = 'line one of it 1\nline two of it 2\n';
  const leaking = await commit({ 'deep/key.pem': `a\n${key}b\n` });
  bench.git('rm', '-q', 'deep/key.pem');
  await commit({});
  const result = await bench.check(CHECK, { environment: { KEY: key } });
  expect(result.evidence).toEqual([
    { path: 'deep/key.pem', line: null, text: `commit ${leaking}: a value given to this task` },
  ]);
});

test('of a project that was brought along only the commits of the task count, and are squashed on top of it', async () => {
  const base = await commit({ 'theirs.js': `old("${VALUE}")` });
  await markBase(bench.workspace, 'HEAD', process.env['PATH']);
  await commit({ 'theirs.js': 'clean', 'ours.js': 'clean' });
  const source = { kind: 'folder', path: bench.workspace } as const;
  expect(await bench.check(CHECK, { environment, source })).toMatchObject({ verdict: 'pass' });
  await commit({ 'ours.js': VALUE });
  await commit({ 'ours.js': 'clean' });
  const failed = await bench.check(CHECK, { environment, source, language: 'ko' });
  expect(failed).toMatchObject({ verdict: 'fail', evidence: [{ path: 'ours.js', line: null }] });
  const [, command = ''] = /`git (reset --soft \w+)`/.exec(failed.advice ?? '') ?? [];
  expect(command).toContain(base);
  bench.git(...command.split(' '));
  await commit({});
  expect(await bench.check(CHECK, { environment, source })).toMatchObject({ verdict: 'pass' });
});

test('the advice for work that started empty is right, too', async () => {
  await commit({ 'a.js': VALUE });
  await commit({ 'a.js': 'clean' });
  bench.git('update-ref', '-d', 'HEAD');
  await commit({});
  expect(bench.git('rev-list', '--count', 'HEAD').trim()).toBe('1');
  expect(await bench.check(CHECK, { environment })).toMatchObject({ verdict: 'pass' });
});

test('files and history are told together', async () => {
  for (let index = 0; index < 15; index += 1) await bench.put(`now/${index}.txt`, VALUE);
  await commit({});
  const { evidence, reason } = await bench.check(CHECK, { environment });
  expect(evidence).toHaveLength(10);
  expect(new Set(evidence.map(({ line }) => line))).toEqual(new Set([1, null]));
  expect(reason).toContain('in 15 places');
});

test('what is public in a value that is JSON may be in a project', async () => {
  const account = JSON.stringify({
    type: 'service_account',
    project_id: 'habit-tracker-2026',
    private_key_id: '9f8e7d6c5b4a39281706f5e4d3c2b1a0',
    token_uri: 'https://oauth2.example.com/v1/token',
  });
  const given = { environment: { ACCOUNT: account } };
  await bench.put('a.js', "const url = 'https://oauth2.example.com/v1/token', id = 'habit-tracker-2026';");
  expect(await bench.check(CHECK, given)).toMatchObject({ verdict: 'pass' });
  await bench.put('b.js', "const id = '9f8e7d6c5b4a39281706f5e4d3c2b1a0';");
  expect(await bench.check(CHECK, given)).toMatchObject({
    verdict: 'fail',
    evidence: [{ path: 'b.js', line: 1 }],
  });
});
