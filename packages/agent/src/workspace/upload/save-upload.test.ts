import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashes, put } from '../../testing/repositories.ts';
import { isInside } from '../is-inside.ts';
import { openWorkspace } from '../workspace-repository.ts';
import { saveUpload } from './save-upload.ts';
import { UploadRefusedError, uploadPathProblem, uploadTarget } from './upload-path.ts';

let root = '';
let workspace = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-upload-'));
  workspace = join(root, 'workspace');
  await mkdir(workspace);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const BYTES = Buffer.from([0, 1, 2, 255]);

async function refusal(target: string): Promise<unknown> {
  const before = await hashes(root);
  const error = await saveUpload(workspace, target, BYTES).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UploadRefusedError);
  expect(await hashes(root)).toEqual(before);
  return (error as UploadRefusedError).code;
}

test.each([
  'a.png',
  'deep/er/로고.png',
  '.env.local',
  '-x',
  'a b (1).png',
  '100%.txt',
  '...a',
  'a..b',
  '👩‍💻.md',
  '.github/x',
])('stores %s', async (target) => {
  expect(await saveUpload(workspace, target, BYTES)).toBe(target);
  expect(await readFile(join(workspace, target))).toEqual(BYTES);
  expect((await stat(join(workspace, target))).mode & 0o777).toBe(0o644);
  expect(Object.keys(await hashes(workspace))).toEqual([target]);
});

test('replaces a file, and only its name: another link to the same content keeps it', async () => {
  await put(workspace, { 'a.txt': 'old' });
  execFileSync('ln', [join(workspace, 'a.txt'), join(root, 'outside.txt')]);
  await saveUpload(workspace, 'a.txt', BYTES);
  expect(await readFile(join(workspace, 'a.txt'))).toEqual(BYTES);
  expect(await readFile(join(root, 'outside.txt'), 'utf8')).toBe('old');
});

test('names from macOS have composed characters afterwards', async () => {
  expect(await saveUpload(workspace, '한글.md'.normalize('NFD'), BYTES)).toBe('한글.md'.normalize('NFC'));
});

test.each([
  ['', 'empty'],
  ['/etc/passwd', 'absolute'],
  ['~/x', 'absolute'],
  ['C:/x', 'absolute'],
  ['c:x', 'absolute'],
  ['..', 'traversal'],
  ['../x', 'traversal'],
  ['a/../../x', 'traversal'],
  ['./a', 'traversal'],
  ['a//b', 'traversal'],
  ['a/', 'traversal'],
  ['a/.../b', 'traversal'],
  ['.. /x', 'traversal'],
  ['．．/x', 'traversal'],
  ['‥/x', 'traversal'],
  ['a／b', 'traversal'],
  ['.\u200b./x', 'traversal'],
  ['..\\x', 'backslash'],
  ['a\0.png', 'control_character'],
  ['a\n.png', 'control_character'],
  ['a\x7f', 'control_character'],
  ['a\u0085', 'control_character'],
  ['gnp.\u202eexe', 'control_character'],
  ['\ud800', 'control_character'],
  ['%2e%2e/x', 'encoded'],
  ['..%2Fx', 'encoded'],
  ['%252e%252e/x', 'encoded'],
  ['a%5cb', 'encoded'],
  ['a%00', 'encoded'],
  ['.git/config', 'git_folder'],
  ['.GIT/hooks/pre-commit', 'git_folder'],
  ['a/.Git', 'git_folder'],
  ['.git./config', 'git_folder'],
  ['.git /config', 'git_folder'],
  ['git~1/config', 'git_folder'],
  ['GIT~2', 'git_folder'],
  ['.git::$INDEX_ALLOCATION/config', 'git_folder'],
  ['.g\u200cit/config', 'git_folder'],
  ['．ｇｉｔ/config', 'git_folder'],
  ['한'.repeat(86), 'name_too_long'],
  [`a/${'x'.repeat(256)}/b`, 'name_too_long'],
])('refuses %j: %s', async (target, code) => {
  expect(await refusal(target)).toBe(code);
});

test('links lead nowhere outside, and not into .git', async () => {
  await openWorkspace(workspace, process.env['PATH']);
  await put(root, { 'outside/secret.txt': 'secret' });
  await put(workspace, { 'inside/keep.txt': 'keep', 'file.txt': 'x', 'folder/x': 'x' });
  await symlink('../outside', join(workspace, 'out'));
  await symlink(join(root, 'outside', 'secret.txt'), join(workspace, 'target.txt'));
  await symlink('inside/keep.txt', join(workspace, 'near.txt'));
  await symlink('nowhere', join(workspace, 'dangling'));
  await symlink('.git/hooks', join(workspace, 'hooks'));
  await symlink('inside', join(workspace, 'within'));
  execFileSync('mkfifo', [join(workspace, 'pipe')]);
  expect(await refusal('out/x')).toBe('outside');
  expect(await refusal('dangling/x')).toBe('outside');
  expect(await refusal('target.txt')).toBe('symlink');
  expect(await refusal('near.txt')).toBe('symlink');
  expect(await refusal('dangling')).toBe('symlink');
  expect(await refusal('folder')).toBe('not_a_file');
  expect(await refusal('pipe')).toBe('not_a_file');
  expect(await refusal('file.txt/x')).toBe('not_a_folder');
  await mkdir(join(workspace, '.git', 'hooks'));
  expect(await refusal('hooks/pre-commit')).toBe('git_folder');
  expect(await saveUpload(workspace, 'within/new.txt', BYTES)).toBe('within/new.txt');
  expect(await readFile(join(workspace, 'inside', 'new.txt'))).toEqual(BYTES);
});

test('without a workspace nothing is made', async () => {
  await rm(workspace, { recursive: true });
  expect(await refusal('a.txt')).toBe('no_workspace');
});

test('whatever the path, it is refused or lies inside', async () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '/', '\\', '%2e', '．', '‥', '.git', 'git~1', '\0', 'C:', '~', ' ', 'a', '한'),
    fc.string({ maxLength: 4, unit: 'grapheme' }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const target = pieces.join('');
      const problem = uploadPathProblem(target);
      if (problem !== null) return;
      expect(isInside('/w', join('/w', target))).toBe(true);
      expect(join('/w', target)).not.toBe('/w');
      expect(target.toLowerCase().split('/')).not.toContain('.git');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['assets/logo.png', 'photo.jpg', 'assets/logo.png'],
  ['logo.svg', 'photo.jpg', 'logo.svg'],
  ['data/.env.test', 'x', 'data/.env.test'],
  ['LOGO_FILE', 'my logo.png', 'uploads/my logo.png'],
  ['the logo. A big one', 'a.png', 'uploads/a.png'],
  ['../logo.png', 'a.png', 'uploads/a.png'],
  ['/etc/x.conf', 'a.png', 'uploads/a.png'],
  ['.git/x.conf', 'a.png', 'uploads/a.png'],
  ['LOGO', 'C:\\fakepath\\a.png', 'uploads/a.png'],
  ['LOGO', '../../a.png', 'uploads/a.png'],
  ['LOGO', '', 'uploads/file'],
  ['LOGO', '..', 'uploads/..'],
])('%s, given as %s, goes to %s', (name, file, expected) => {
  expect(uploadTarget(name, file)).toBe(expected);
});
