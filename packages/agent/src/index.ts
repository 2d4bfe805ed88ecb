export { AGENT_VARIABLES, type AgentEnvironment } from './executor/agent-environment.ts';
export { createAgentRunner, type AgentRunnerOptions } from './executor/create-agent-runner.ts';
export type { AgentLogger } from './executor/logger.ts';
export { createRedactor } from './executor/redactor.ts';
export { createProtocolParser } from './protocol/parser.ts';
export { claudeVersion, findClaudeExecutable } from './sign-in/claude-executable.ts';
export { detectSignIn, type SignIn } from './sign-in/detect-sign-in.ts';
export { type ProjectTestResult, runProjectTests } from './verification/run-project-tests.ts';
export { isInside } from './workspace/is-inside.ts';
export { sourceBase } from './workspace/source/base-commit.ts';
export { withoutCredentials } from './workspace/source/git-address.ts';
export {
  type InspectionOptions,
  inspectSource,
  type SourceInspection,
} from './workspace/source/inspect-source.ts';
export { removeWorkspace } from './workspace/source/remove-workspace.ts';
export { WorkspaceSourceError } from './workspace/source/workspace-source-error.ts';
export { GitMissingError } from './workspace/git.ts';
export { GitReadError, type WorkspacePlace } from './workspace/git-stream.ts';
export { type Anchor, excerptAt, findAnchor, type FoundAnchor } from './workspace/review/anchors.ts';
export {
  diffCommits,
  type DiffOptions,
  type DiffSummary,
  type FileDiff,
} from './workspace/review/diff-commits.ts';
export { exportPatch } from './workspace/review/export-patch.ts';
export { headCommit } from './workspace/review/head-commit.ts';
export { type FileAt, readFileAt } from './workspace/review/read-file-at.ts';
export { RevisionError } from './workspace/review/revision.ts';
export { type MergeRefusal, MergeRefusedError } from './workspace/merge/merge-refused-error.ts';
export { describeMerge, type MergeDescription } from './workspace/merge/describe-merge.ts';
export type { MergeOptions, MergeResult } from './workspace/merge/merge-work.ts';
export { mergeWorkspace } from './workspace/merge/merge-workspace.ts';
export { saveUpload } from './workspace/upload/save-upload.ts';
export { UploadRefusedError, type UploadRefusal, uploadTarget } from './workspace/upload/upload-path.ts';
