import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitFiles, gitIn, hashes, makeRepository, put } from '../../testing/repositories.ts';
import { GitReadError, type WorkspacePlace } from '../git-stream.ts';
import { openWorkspace } from '../workspace-repository.ts';
import { diffCommits } from './diff-commits.ts';
import { exportPatch } from './export-patch.ts';
import { readFileAt } from './read-file-at.ts';
import { RevisionError } from './revision.ts';

let root = '';
let workspace = '';
let place: WorkspacePlace;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-review-'));
  workspace = join(root, 'workspace');
  place = { workspacePath: workspace, PATH: process.env['PATH'] };
});
afterEach(() => rm(root, { recursive: true, force: true }));

const ODD = [
  'with space.txt',
  'quo"te.txt',
  'new\nline.txt',
  'tab\t.txt',
  '한글.md',
  'back\\slash',
  '-dash',
  ':(top)',
  'a*b',
  'diff\ndiff --git a/x b/x',
];

test('files with odd names are compared, read and listed', async () => {
  const base = await makeRepository(workspace, Object.fromEntries(ODD.map((name) => [name, 'one\n'])));
  const head = await commitFiles(workspace, Object.fromEntries(ODD.map((name) => [name, `two ${name}\n`])));
  const { files } = await diffCommits(place, base, head);
  expect(files.map(({ path }) => path).sort()).toEqual([...ODD].sort());
  for (const file of files) {
    const [first, ...more] = `two ${file.path}`.split('\n');
    expect(file.patch).toBe(
      [
        '@@ -1 +1' + (more.length > 0 ? ',2' : '') + ' @@',
        '-one',
        `+${first}`,
        ...more.map((line) => `+${line}`),
        '',
      ].join('\n'),
    );
    expect(await diffCommits(place, base, head, { path: file.path })).toEqual({
      files: [file],
      truncated: false,
    });
    expect(await readFileAt(place, head, file.path)).toMatchObject({ content: `two ${file.path}\n` });
    expect(await readFileAt(place, base, file.path)).toMatchObject({ content: 'one\n', sizeBytes: 4 });
  }
});

test('every kind of change has its status, counts and patch; the working folder plays no part', async () => {
  const text = Array.from({ length: 40 }, (_, n) => `line ${n}\n`).join('');
  const base = await makeRepository(workspace, {
    'keep.txt': 'same',
    'modify.txt': text,
    'delete.txt': 'gone\n',
    'old/name.txt': text.replace('line 5', 'five'),
    'pure.txt': 'moved\n'.repeat(10),
    'binary.dat': Buffer.from([0, 1, 2]),
    'mode.sh': 'x\n',
    'type.txt': 'file\n',
    'empty.txt': '',
  });
  await rename(join(workspace, 'old/name.txt'), join(workspace, 'new name.txt'));
  await rename(join(workspace, 'pure.txt'), join(workspace, 'purely.txt'));
  await rm(join(workspace, 'delete.txt'));
  await rm(join(workspace, 'type.txt'));
  await symlink('keep.txt', join(workspace, 'type.txt'));
  await chmod(join(workspace, 'mode.sh'), 0o755);
  const head = await commitFiles(workspace, {
    'modify.txt': text.replace('line 3\n', 'three\nand\n'),
    'new name.txt': text.replace('line 5', 'five').replace('line 20', 'twenty'),
    'binary.dat': Buffer.from([0, 9]),
    'added/deep.txt': 'new\n',
    'new-empty.txt': '',
  });
  await put(workspace, { 'modify.txt': 'dirty', '.gitattributes': '* -diff\n', 'untracked.txt': 'x' });
  await rm(join(workspace, 'keep.txt'));
  gitIn(workspace, 'config', 'diff.noprefix', 'true');
  gitIn(workspace, 'config', 'color.ui', 'always');

  const { files, truncated } = await diffCommits(place, base, head);
  const seen = Object.fromEntries(
    files.map(({ path, oldPath, status, additions, deletions, binary, patch }) => [
      path,
      [
        status,
        oldPath,
        additions,
        deletions,
        binary,
        patch?.split('\n').filter((line) => /^[+-]/.test(line)) ?? null,
      ],
    ]),
  );
  expect(truncated).toBe(false);
  expect(seen).toEqual({
    'added/deep.txt': ['added', null, 1, 0, false, ['+new']],
    'binary.dat': ['modified', null, 0, 0, true, null],
    'delete.txt': ['deleted', null, 0, 1, false, ['-gone']],
    'mode.sh': ['modified', null, 0, 0, false, []],
    'modify.txt': ['modified', null, 2, 1, false, ['-line 3', '+three', '+and']],
    'new name.txt': ['renamed', 'old/name.txt', 1, 1, false, ['-line 20', '+twenty']],
    'new-empty.txt': ['added', null, 0, 0, false, []],
    'purely.txt': ['renamed', 'pure.txt', 0, 0, false, []],
    'type.txt': ['modified', null, 1, 1, false, ['-file', '+keep.txt']],
  });
  for (const file of files) {
    expect((await diffCommits(place, base, head, { path: file.path })).files).toEqual([file]);
  }
  const fewer = await diffCommits(place, base, head, { exclude: ['added/', 'type.txt', 'mode', 'old'] });
  expect(fewer.files).toEqual(files.filter(({ path }) => !['added/deep.txt', 'type.txt'].includes(path)));
  expect(await diffCommits(place, head, head)).toEqual({ files: [], truncated: false });
  expect(await readFileAt(place, head, 'type.txt')).toMatchObject({ content: 'keep.txt' });
  expect(await readFileAt(place, head, 'keep.txt')).toMatchObject({ content: 'same' });
  expect(await readFileAt(place, head, 'binary.dat')).toEqual({
    content: null,
    binary: true,
    sizeBytes: 2,
    truncated: false,
  });
  expect(await readFileAt(place, head, 'added')).toBeNull();
  expect(await readFileAt(place, head, 'untracked.txt')).toBeNull();
});

test('before the first commit there is nothing: everything was added', async () => {
  const head = await makeRepository(workspace, { 'a.txt': 'a\nb\n' });
  expect((await diffCommits(place, null, head)).files).toEqual([
    {
      path: 'a.txt',
      oldPath: null,
      status: 'added',
      additions: 2,
      deletions: 0,
      binary: false,
      tooLarge: false,
      patch: '@@ -0,0 +1,2 @@\n+a\n+b\n',
    },
  ]);
});

test('large changes are bounded: per file, in number, and all patches together', async () => {
  const base = await makeRepository(workspace, { a: 'a' });
  const line = `${'x'.repeat(99)}\n`;
  const many = Object.fromEntries(
    Array.from({ length: 1200 }, (_, n) => [`n/${String(n).padStart(4, '0')}`, `${n}\n`]),
  );
  const head = await commitFiles(workspace, {
    'big.txt': line.repeat(6000),
    'one-line.json': 'y'.repeat(600_000),
    ...many,
  });
  const { files, truncated } = await diffCommits(place, base, head);
  expect(truncated).toBe(true);
  expect(files).toHaveLength(1000);
  expect(files[0]).toMatchObject({ path: 'big.txt', additions: 6000, tooLarge: true, patch: null });
  expect(files[999]).toMatchObject({ path: 'n/0998', patch: '@@ -0,0 +1 @@\n+998\n' });
  expect((await diffCommits(place, base, head, { path: 'n/1199' })).files).toMatchObject([
    { patch: '@@ -0,0 +1 @@\n+1199\n' },
  ]);
  expect((await diffCommits(place, base, head, { path: 'one-line.json' })).files).toMatchObject([
    { tooLarge: true, additions: 1 },
  ]);

  const heavy = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`h${n}`, `${n}${line.repeat(5000)}`]),
  );
  const next = await commitFiles(workspace, heavy);
  const heavyDiff = await diffCommits(place, head, next);
  expect(heavyDiff.files).toHaveLength(40);
  const shown = heavyDiff.files.reduce((sum, { patch }) => sum + (patch?.length ?? 0), 0);
  expect(shown).toBeGreaterThan(15 * 1024 * 1024);
  expect(shown).toBeLessThanOrEqual(16 * 1024 * 1024);
  expect(heavyDiff.files.at(-1)).toMatchObject({ tooLarge: true, additions: 5000 });
});

test('a file is read up to 2 MiB, without a half character at the end', async () => {
  const head = await makeRepository(workspace, {
    'long.txt': `a${'한'.repeat(800_000)}`,
    'latin.txt': Buffer.from([0xe9, 0x0a]),
  });
  const file = await readFileAt(place, head, 'long.txt');
  expect(file).toMatchObject({ binary: false, sizeBytes: 2_400_001, truncated: true });
  expect(file?.content).toBe(`a${'한'.repeat(699_050)}`);
  expect(await readFileAt(place, head, 'latin.txt')).toMatchObject({ content: null, binary: true });
});

test.each(['HEAD', 'main', '--output=x', '', 'ABCDEF', `${'0'.repeat(40)}\n`, 'a'.repeat(41)])(
  '%j is no commit',
  async (commit) => {
    await makeRepository(workspace, { a: 'a' });
    await expect(readFileAt(place, commit, 'a')).rejects.toThrow(RevisionError);
    await expect(diffCommits(place, null, commit)).rejects.toThrow(RevisionError);
    await expect(diffCommits(place, commit, 'a'.repeat(40))).rejects.toThrow(RevisionError);
    await expect(exportPatch(place, null, commit)).rejects.toThrow(RevisionError);
  },
);

test.each(['', '/etc/passwd', '../a', 'a/../b', './a', 'a//b', 'a/', 'a\0b'])(
  '%j is no path',
  async (path) => {
    const head = await makeRepository(workspace, { a: 'a' });
    await expect(readFileAt(place, head, path)).rejects.toThrow(RevisionError);
    await expect(diffCommits(place, null, head, { path })).rejects.toThrow(RevisionError);
  },
);

test('a commit, a workspace or a git that is not there', async () => {
  const head = await makeRepository(workspace, { a: 'a' });
  const absent = 'a'.repeat(40);
  await expect(readFileAt(place, absent, 'a')).rejects.toThrow(GitReadError);
  await expect(diffCommits(place, absent, head)).rejects.toThrow(GitReadError);
  await expect(exportPatch(place, absent, head)).rejects.toThrow(GitReadError);
  await rm(workspace, { recursive: true });
  await expect(diffCommits(place, null, head)).rejects.toThrow(GitReadError);
});

test('reading starts no program that the workspace names', async () => {
  const spy = join(root, 'spy.sh');
  await writeFile(spy, `#!/bin/sh\ntouch '${join(root, 'ran')}'\ncat "$@"\n`, { mode: 0o755 });
  const base = await makeRepository(workspace, { '.gitattributes': '* diff=spy filter=spy\n', a: 'a\n' });
  const head = await commitFiles(workspace, { a: 'b\n' });
  await put(workspace, { '.git/info/attributes': '* diff=spy filter=spy\n' });
  for (const key of [
    'diff.external',
    'diff.spy.command',
    'diff.spy.textconv',
    'filter.spy.smudge',
    'core.pager',
    'core.fsmonitor',
  ]) {
    gitIn(workspace, 'config', key, spy);
  }
  await diffCommits(place, base, head);
  await readFileAt(place, head, 'a');
  await buffer(await exportPatch(place, base, head));
  expect(await hashes(root)).not.toHaveProperty('ran');
});

test('an exported patch turns a fresh clone of the source into the result, byte for byte', async () => {
  const project = join(root, 'project');
  const base = await makeRepository(project, {
    'a.txt': 'one\r\ntwo\r\n',
    'rename me.txt': 'r\n'.repeat(20),
    'binary.dat': Buffer.from([0, 1, 2, 255]),
    'no newline': 'x',
    '한글.md': '가\n',
    'gone.txt': 'gone\n',
  });
  const repository = await openWorkspace(workspace, place.PATH, {
    source: { kind: 'folder', path: project },
  });
  await rm(join(workspace, 'gone.txt'));
  await rename(join(workspace, 'rename me.txt'), join(workspace, 'renamed.txt'));
  await put(workspace, {
    'a.txt': 'one\r\n2\r\n',
    'binary.dat': Buffer.from([0, 3, 255]),
    'no newline': 'xy',
    '한글.md': '나\n',
    'run.sh': '#!/bin/sh\n',
    'new "odd"\nname': 'n\n',
  });
  await chmod(join(workspace, 'run.sh'), 0o755);
  await symlink('a.txt', join(workspace, 'link'));
  await repository.commit('All');
  const patch = await buffer(await exportPatch(place, base, (await repository.head()) ?? ''));
  const fresh = join(root, 'fresh');
  gitIn(root, 'clone', '-q', project, fresh);
  execFileSync('git', ['apply', '--index'], { cwd: fresh, input: patch, stdio: 'pipe' });
  expect(await hashes(fresh)).toEqual(await hashes(workspace));
  expect(gitIn(fresh, 'write-tree')).toBe(gitIn(workspace, 'rev-parse', 'HEAD^{tree}'));
});

test('a patch of some files, or without some', async () => {
  const base = await makeRepository(workspace, { 'a.txt': 'a\n' });
  const head = await commitFiles(workspace, {
    'docs/changes/x/1.md': '1\n',
    'docs/changes/x/deep/2.md': '2\n',
    'docs/changes/xy': '3\n',
    ':(top)docs': '4\n',
    'a*': '5\n',
    'a.txt': 'b\n',
  });
  const namesOf = async (which: Parameters<typeof exportPatch>[3]) => {
    const text = (await buffer(await exportPatch(place, base, head, which))).toString();
    return [...text.matchAll(/^diff --git a\/(.+) b\//gm)].map(([, name]) => name);
  };
  const rest = [':(top)docs', 'a*', 'a.txt', 'docs/changes/xy'];
  expect(await namesOf({ without: ['docs/changes/x'] })).toEqual(rest);
  expect(await namesOf({ paths: ['a*', ':(top)docs'] })).toEqual([':(top)docs', 'a*']);
  expect(await namesOf({ paths: ['docs'], without: ['docs/changes/x'] })).toEqual(['docs/changes/xy']);
  await expect(exportPatch(place, base, head, { without: ['../x'] })).rejects.toThrow(RevisionError);
});
