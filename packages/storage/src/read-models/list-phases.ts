import type { PhaseView } from '@ccs/core/task/view/task-views';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { Kysely } from 'kysely';
import type { StepRow, Tables } from '../schema/tables.ts';
import { toPhaseView } from './views.ts';

/**
 * All phases of a task with their steps, as of one moment: two queries could meet an append in between. Every
 * phase of a pipeline has steps.
 */
export async function listPhases(db: Kysely<Tables>, taskId: TaskId): Promise<readonly PhaseView[]> {
  const rows = await db
    .selectFrom('phases')
    .innerJoin('steps', (join) =>
      join.onRef('steps.task_id', '=', 'phases.task_id').onRef('steps.phase', '=', 'phases.number'),
    )
    .selectAll('phases')
    .select([
      'steps.number as step_number',
      'steps.status as step_status',
      'steps.evidence as step_evidence',
      'steps.started_at as step_started_at',
      'steps.completed_at as step_completed_at',
    ])
    .where('phases.task_id', '=', taskId)
    .orderBy('phases.number')
    .orderBy('steps.number')
    .execute();
  const phases = new Map<number, { row: (typeof rows)[number]; steps: StepRow[] }>();
  for (const row of rows) {
    const phase = phases.get(row.number) ?? { row, steps: [] };
    phases.set(row.number, phase);
    phase.steps.push({
      task_id: row.task_id,
      phase: row.number,
      number: row.step_number,
      status: row.step_status,
      evidence: row.step_evidence,
      started_at: row.step_started_at,
      completed_at: row.step_completed_at,
    });
  }
  return [...phases.values()].map(({ row, steps }) => toPhaseView(row, steps));
}
