import type { PhaseDto, TaskDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { phaseLook } from './phase-look.ts';

const phaseOf = (status: PhaseDto['status']) => ({ status }) as PhaseDto;
const taskOf = (task: Partial<TaskDto>) => task as TaskDto;
const CANCELLED = { code: 'cancelled', message: '', whatToDo: '', details: null };

test.each([
  ['in_progress', { status: 'in_progress', agentStatus: 'running' }, 'status.in_progress'],
  [
    'in_progress',
    { status: 'in_progress', agentStatus: 'error', blockedBy: 'interrupted' },
    'status.interrupted',
  ],
  ['in_progress', { status: 'in_progress', agentStatus: 'paused', blockedBy: 'paused' }, 'status.paused'],
  ['failed', { status: 'failed', failure: CANCELLED }, 'status.cancelled'],
  ['failed', { status: 'failed', failure: { ...CANCELLED, code: 'git_missing' } }, 'status.failed'],
  ['review', { status: 'review', agentStatus: 'waiting_review', blockedBy: 'review' }, 'status.review'],
  ['completed', { status: 'failed', failure: CANCELLED }, 'progress.completed'],
  ['pending', { status: 'failed', failure: CANCELLED }, 'progress.pending'],
] as const)('a phase that is %s says what its look says', (status, task, name) => {
  expect(phaseLook(phaseOf(status), taskOf(task)).name).toBe(name);
});
