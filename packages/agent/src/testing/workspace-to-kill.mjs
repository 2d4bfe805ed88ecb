// A process that does one thing with a workspace and is killed in the middle; started by tests with the built package.
const { work, workspace, source, options, PATH } = JSON.parse(process.argv[2]);
if (work === 'open') {
  const { openWorkspace } = await import('../../dist/workspace/workspace-repository.js');
  await openWorkspace(workspace, PATH, { source });
} else {
  const { mergeWorkspace } = await import('../../dist/workspace/merge/merge-workspace.js');
  await mergeWorkspace({ workspacePath: workspace, source, PATH }, options);
}
