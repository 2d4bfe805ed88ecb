import type { VerifyRun } from '@ccs/core/ports/agent-runner';
import type { CriterionResult } from '@ccs/core/task/model/verification-report';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import type { CriterionCheck } from '@ccs/core/vocabulary/pipelines/criterion';
import type { OutputSpec } from '@ccs/core/vocabulary/pipelines/pipeline';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestOutcome } from '../verification/checks/tests-pass.ts';
import { readDocuments } from '../verification/checks/documents.ts';
import { runProgramChecks } from '../verification/run-program-checks.ts';

/** A workspace with a git repository, for checks by program. */
export interface CheckBench {
  readonly workspace: string;
  put(path: string, content: string | Buffer): Promise<void>;
  git(...args: string[]): string;
  /** The result of one check on the files that are there. */
  check(check: ProgramCheck, changes?: CheckChanges): Promise<CriterionResult>;
  close(): Promise<void>;
}

type ProgramCheck = Exclude<CriterionCheck, { kind: 'verifier' }>;
type CheckChanges = Partial<VerifyRun> & {
  readonly outputs?: readonly OutputSpec[];
  readonly tests?: TestOutcome;
};

export async function openCheckBench(): Promise<CheckBench> {
  const workspace = await mkdtemp(join(tmpdir(), 'ccs-check-'));
  const env = { PATH: process.env['PATH'] ?? '', HOME: workspace, GIT_CONFIG_GLOBAL: '/dev/null' };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: workspace,
      env,
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  return {
    workspace,
    git,
    async put(path, content) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), content);
    },
    async check(check, { outputs = [], tests = null, ...changes } = {}) {
      const run: VerifyRun = {
        runId: 'run_check',
        taskId: 'task_check',
        title: 'Habit tracker',
        prompt: 'A habit tracker with streaks',
        language: 'en',
        provider: 'claude',
        workspacePath: workspace,
        source: null,
        sessionId: '',
        environment: {},
        phase: {
          number: 1,
          key: 'planning',
          name: { en: 'Planning', ko: '기획' },
          goal: '',
          dependsOn: [],
          steps: [{ number: 1, key: 's', name: { en: 'S', ko: 'S' }, outputs }],
          criteria: [],
        },
        ...changes,
      };
      const documents = await readDocuments(workspace, run.phase);
      const signal = new AbortController().signal;
      const context = { run, documents, path: env.PATH, signal };
      const criteria = [{ key: check.kind, name: { en: '', ko: '' }, check }];
      const { results } = await runProgramChecks(
        criteria,
        context,
        async () => tests,
        () => undefined,
      );
      const [result] = results;
      if (result === undefined) throw new Error('no result');
      return result;
    },
    close: () => rm(workspace, { recursive: true, force: true }),
  };
}

/** A `file` output. */
export function file(path: string, sections: readonly LocalizedText[] = []): OutputSpec {
  return { kind: 'file', path, sections };
}
