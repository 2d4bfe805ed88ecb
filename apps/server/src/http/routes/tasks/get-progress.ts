import { agentStatusViewSchema, phaseListSchema, runListSchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toAgentStatus } from '../../dto/agent-status.ts';
import { toPhaseDto, toRunDto } from '../../dto/task-dto.ts';
import type { PhaseView } from '@ccs/core/task/view/task-views';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from './find-task.ts';
import { taskParams } from './task-params.ts';

/** How far back in the log the recent actions are looked for. */
const RECENT_LINES = 200;

export function getProgress(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/status',
    {
      schema: {
        operationId: 'getTaskStatus',
        tags: ['progress'],
        summary: 'What the agent is doing',
        params: taskParams,
        response: { 200: agentStatusViewSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const [phases, lastSeq] = await Promise.all([
        deps.readModels.listPhases(task.taskId),
        deps.log.lastSeq(task.taskId),
      ]);
      const lines = await deps.log.read(task.taskId, {
        after: Math.max(0, lastSeq - RECENT_LINES),
        limit: RECENT_LINES,
        kinds: ['tool_use'],
      });
      return toAgentStatus(
        task,
        phases,
        lines.map((line) => line.text),
      );
    },
  );
  app.get(
    '/tasks/:id/phases',
    {
      schema: {
        operationId: 'listPhases',
        tags: ['progress'],
        summary: 'Phases with their steps',
        params: taskParams,
        response: { 200: phaseListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const [phases, runs] = await Promise.all([
        deps.readModels.listPhases(task.taskId),
        deps.readModels.listRuns(task.taskId),
      ]);
      const runsOf = ({ number }: PhaseView) => runs.filter((run) => run.phase === number);
      return { items: phases.map((phase) => toPhaseDto(task, phase, runsOf(phase))) };
    },
  );
  app.get(
    '/tasks/:id/runs',
    {
      schema: {
        operationId: 'listRuns',
        tags: ['progress'],
        summary: 'Every life of an agent on this task, and how it ended',
        params: taskParams,
        response: { 200: runListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const runs = await deps.readModels.listRuns(task.taskId);
      return { items: runs.map(toRunDto) };
    },
  );
}
