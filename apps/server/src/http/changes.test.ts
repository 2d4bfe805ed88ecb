import { diffSchema, mergePlanSchema, type TaskDto, taskSchema } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitFiles, git } from '../testing/commit-files.ts';
import { statusesOf } from '../testing/api-client.ts';
import { COMPLETED } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';

let server: HandServer;
let api: HandServer['api'];
let project: string;
beforeAll(async () => {
  server = await startHandServer();
  api = server.api;
  project = path.join(server.folder, 'project');
  await commitFiles(project, { 'readme.md': '# Project\n', 'src/main.js': 'console.log(1);\n' });
});
afterAll(() => server.dispose());

const modify = (workspace: object) => ({
  type: 'modify_app',
  title: 'Change it',
  prompt: 'change the greeting',
  workspace,
});
const refused = (workspace: object) => api.problem('POST', '/api/tasks', modify(workspace));

describe('a modify_app task', () => {
  it('names the folder, repository or task that it changes', async () => {
    const folder = taskSchema.parse(
      await api.ok('POST', '/api/tasks', modify({ kind: 'folder', path: project })),
    );
    expect(folder.workspace).toEqual({ kind: 'folder', location: project, merged: null });
    expect(folder.workspacePath.startsWith(server.config.outputDirectory)).toBe(true);
    const url = 'https://git.example/project.git';
    const cloned = await api.ok<TaskDto>('POST', '/api/tasks', modify({ kind: 'git', url, ref: 'main' }));
    expect(cloned.workspace).toEqual({ kind: 'git', location: url, merged: null });
    const app = await api.createTask();
    await commitFiles(app.workspacePath, { 'index.html': 'hello' });
    const again = await api.ok<TaskDto>('POST', '/api/tasks', modify({ kind: 'task', taskId: app.id }));
    expect(again.workspace).toEqual({ kind: 'task', location: app.id, merged: null });
    const { items } = await api.ok<{ items: { steps: { outputs: string[] }[] }[] }>(
      'GET',
      `/api/tasks/${folder.id}/phases`,
    );
    expect(items[0]?.steps[0]?.outputs).toEqual([`docs/changes/${folder.id}/01_structure.md`]);
  });

  it('is refused for what cannot be changed', async () => {
    const { dataDirectory } = server.config;
    await writeFile(path.join(server.folder, 'file.txt'), 'x');
    await mkdir(path.join(server.folder, 'empty-repository'));
    await git(path.join(server.folder, 'empty-repository'), 'init', '-q');
    const link = path.join(server.folder, 'link-to-data');
    await symlink(dataDirectory, link);
    for (const folder of [
      path.join(server.folder, 'none'),
      path.join(server.folder, 'file.txt'),
      path.join(server.folder, 'empty-repository'),
      'relative/folder',
      `${project}\0`,
      dataDirectory,
      path.join(dataDirectory, 'logs'),
      link,
      server.folder,
      '/',
    ]) {
      expect(await refused({ kind: 'folder', path: folder }), folder).toBe('422 workspace_source_invalid');
    }
    for (const url of [
      '--upload-pack=touch /evil',
      'ext::sh -c evil',
      'not an address',
      'https://user:hunter2hunter2@git.example/x.git',
      'ssh://git:hunter2hunter2@git.example/x.git',
      'https://',
    ]) {
      expect(await refused({ kind: 'git', url }), url).toBe('422 workspace_source_invalid');
    }
    expect(await refused({ kind: 'git', url: 'https://git.example/x.git', ref: '--evil' })).toBe(
      '422 workspace_source_invalid',
    );
    const missing = 'task_00000000000000000000000000';
    expect(await refused({ kind: 'task', taskId: missing })).toBe('422 workspace_source_invalid');
    const draft = await api.createTask();
    expect(await refused({ kind: 'task', taskId: draft.id })).toBe('422 workspace_source_invalid');
    expect(await refused({ kind: 'folder' })).toBe('400 validation_failed');
    expect(await api.problem('POST', '/api/tasks', { ...modify({}), workspace: undefined })).toBe(
      '400 validation_failed',
    );
    const other = { ...modify({ kind: 'folder', path: project }), type: 'create_app' };
    expect(await api.problem('POST', '/api/tasks', other)).toBe('400 validation_failed');
    expect(api.answers.join('\n')).not.toContain('hunter2hunter2');
  });

  it('cannot be merged before it is complete, nor can other tasks', async () => {
    const task = await api.ok<TaskDto>('POST', '/api/tasks', modify({ kind: 'folder', path: project }));
    expect(await api.problem('POST', `/api/tasks/${task.id}/merge`)).toBe('409 illegal_transition');
    const app = await api.createTask();
    expect(await api.problem('POST', `/api/tasks/${app.id}/merge`)).toBe('409 illegal_transition');
  });
});

/** A modify_app task that has changed these files in a worktree of the project, and is complete. */
async function completed(
  filesOf: (id: TaskId) => Record<string, string>,
): Promise<TaskDto & { readonly id: TaskId }> {
  const workspace = { kind: 'folder', path: project };
  const { id, run } = await server.startTask({ ...modify(workspace), autoApprove: true });
  const { workspacePath } = run.run;
  await git(project, 'worktree', 'add', '-q', '-b', `ccs/${path.basename(workspacePath)}`, workspacePath);
  await git(workspacePath, 'update-ref', 'refs/worktree/ccs/base', 'HEAD');
  await commitFiles(workspacePath, filesOf(id));
  let agent = run;
  for (let phase = 1; phase < 4; phase += 1) {
    agent.end(COMPLETED);
    agent = await server.nextAfter(agent);
  }
  agent.end(COMPLETED);
  return waitFor('the end', async () => {
    const task = await api.task(id);
    return task.status === 'completed' ? { ...task, id } : undefined;
  });
}

describe('a change that is made', () => {
  it('is compared with the project as it was, and merged once, by whoever is first', async () => {
    const before = await git(project, 'rev-parse', 'HEAD');
    const { id, allowedOperations, workspacePath } = await completed((taskId) => ({
      'src/main.js': 'console.log(2);\n',
      [`docs/changes/${taskId}/01_structure.md`]: '# Structure\n',
    }));
    expect(allowedOperations).toContain('merge');
    expect(mergePlanSchema.parse(await api.ok('GET', `/api/tasks/${id}/merge`))).toEqual({
      into: 'main',
      workBranch: `ccs/${path.basename(workspacePath)}`,
      files: 1,
      documents: 1,
    });
    const patchOf = async (query: string) => (await api.call('GET', `/api/tasks/${id}/patch${query}`)).body;
    expect(await patchOf('')).toContain('+# Structure');
    expect(await patchOf('?documents=false')).toMatch(/^diff --git a\/src\/main\.js [^#]+$/);
    expect(await api.problem('GET', `/api/tasks/${id}/patch?documents=no`)).toBe('400 validation_failed');
    expect(await api.problem('POST', `/api/tasks/${id}/merge`, { squash: 1 })).toBe('400 validation_failed');
    const diff = diffSchema.parse(await api.ok('GET', `/api/tasks/${id}/diff`));
    expect(diff.files).toMatchObject([
      { path: `docs/changes/${id}/01_structure.md`, status: 'added' },
      { path: 'src/main.js', additions: 1, deletions: 1 },
    ]);
    expect(diff.base).toBe(before);

    const both = await Promise.all([1, 2].map(() => api.call('POST', `/api/tasks/${id}/merge`)));
    expect(statusesOf(both)).toEqual([200, 409]);
    expect(await readFile(path.join(project, 'src/main.js'), 'utf8')).toBe('console.log(2);\n');
    const merged = { into: 'main', commit: await git(project, 'rev-parse', 'HEAD') };
    const task = await api.task(id);
    expect(task.workspace).toEqual({ kind: 'folder', location: project, merged });
    expect(task.allowedOperations).toEqual(['delete']);
    expect(await git(project, 'log', '--format=%P %s', `${before}..HEAD`)).toBe(`${before} Change it`);
    expect(await git(project, 'ls-files')).toBe('readme.md\nsrc/main.js');
    expect(await api.problem('POST', `/api/tasks/${id}/merge`)).toBe('409 merge_refused');
  });

  it('is not merged into changes that are not committed, and says so', async () => {
    const { id, workspacePath } = await completed((taskId) => ({
      'readme.md': '# Better\n',
      [`docs/changes/${taskId}/a.md`]: 'a\n',
    }));
    await writeFile(path.join(project, 'readme.md'), '# Mine\n');
    expect(await api.problem('POST', `/api/tasks/${id}/merge`)).toBe('409 merge_refused');
    const { detail } = (await api.call('POST', `/api/tasks/${id}/merge`)).json();
    expect(detail.length).toBeGreaterThan(10);
    expect(await readFile(path.join(project, 'readme.md'), 'utf8')).toBe('# Mine\n');
    expect((await api.task(id)).workspace?.merged).toBeNull();
    await git(project, 'checkout', '-q', '--', 'readme.md');
    const head = await git(project, 'rev-parse', 'HEAD');
    const { workspace } = await api.ok<TaskDto>('POST', `/api/tasks/${id}/merge`, {
      squash: false,
      documents: true,
    });
    expect(await git(project, 'rev-parse', 'HEAD', 'HEAD^1')).toBe(`${workspace?.merged?.commit}\n${head}`);
    expect(await git(project, 'rev-parse', 'HEAD^2')).toBe(await git(workspacePath, 'rev-parse', 'HEAD'));
    expect(await git(project, 'ls-files', 'docs')).toBe(`docs/changes/${id}/a.md`);
  });

  it('has no place to go where there is none', async () => {
    const app = await api.createTask();
    expect(await api.problem('GET', `/api/tasks/${app.id}/merge`)).toBe('409 merge_refused');
  });
});

describe('the whole work', () => {
  it('is empty before anything is committed', async () => {
    const { id, workspacePath } = await api.createTask();
    const nothing = { base: null, head: null, files: [], truncated: false };
    expect(await api.ok('GET', `/api/tasks/${id}/diff`)).toEqual(nothing);
    expect(await api.ok('GET', `/api/tasks/${id}/diff?phase=2`)).toEqual(nothing);
    await mkdir(workspacePath, { recursive: true });
    expect(await api.ok('GET', `/api/tasks/${id}/diff`)).toEqual(nothing);
    expect(await api.problem('GET', `/api/tasks/${id}/patch`)).toBe('404 file_not_found');
    expect(await api.problem('GET', `/api/tasks/${id}/diff?phase=0`)).toBe('400 validation_failed');
  });

  it('is a diff of files with strange names, and a patch that git takes', async () => {
    const { id, workspacePath } = await api.createTask();
    const names = ['plain.txt', '습관 "목록".md', 'two\nlines.txt', '-dash', 'a b/c.txt'];
    const head = await commitFiles(
      workspacePath,
      Object.fromEntries(names.map((name) => [name, `in ${name}\n`])),
    );
    const diff = diffSchema.parse(await api.ok('GET', `/api/tasks/${id}/diff`));
    expect(diff).toMatchObject({ base: null, head });
    expect(diff.files.map((each) => each.path).toSorted()).toEqual(names.toSorted());

    const patch = await api.call('GET', `/api/tasks/${id}/patch`);
    expect(patch.headers).toMatchObject({
      'content-type': 'text/x-diff; charset=utf-8',
      'content-disposition': `attachment; filename="${path.basename(workspacePath)}.patch"`,
    });
    const target = path.join(server.folder, 'target');
    await commitFiles(target, {});
    await writeFile(path.join(server.folder, 'work.patch'), patch.body);
    await git(target, 'apply', path.join(server.folder, 'work.patch'));
    for (const name of names) {
      expect(await readFile(path.join(target, name), 'utf8')).toBe(`in ${name}\n`);
    }
  });
});
