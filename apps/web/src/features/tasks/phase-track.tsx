'use client';

import { findPipeline } from '@ccs/contract/vocabulary';
import type { TaskDto } from '@ccs/contract';
import { cn } from '../../lib/cn.ts';
import { lookOf, taskState, TONE_FILL } from './task-look.ts';

/** How far each phase of a task is, 0 to 1, derived from the steps done of all steps. */
export function phaseFractions(stepsPerPhase: readonly number[], progress: number): number[] {
  const total = stepsPerPhase.reduce((sum, steps) => sum + steps, 0);
  let left = Math.round((progress / 100) * total * 1000) / 1000;
  return stepsPerPhase.map((steps) => {
    const here = Math.min(Math.max(left, 0), steps);
    left -= steps;
    return steps === 0 ? 0 : here / steps;
  });
}

/** A task's progress as its phases: each as wide as its steps. */
export function PhaseTrack({ task, className }: { readonly task: TaskDto; readonly className?: string }) {
  const phases = findPipeline(task.type)?.phases ?? [];
  const weights = phases.length > 0 ? phases.map((phase) => phase.steps.length) : [1];
  const { tone } = lookOf(taskState(task));
  return (
    <div
      role="progressbar"
      aria-valuenow={task.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={`${task.title}: ${task.progress}%`}
      className={cn('flex h-1 gap-0.5', className)}
    >
      {phaseFractions(weights, task.progress).map((fraction, index) => (
        <div
          key={phases[index]?.number ?? 0}
          className="overflow-hidden rounded-full bg-line"
          style={{ flexGrow: weights[index], flexBasis: 0 }}
        >
          <div
            className={cn('h-full rounded-full transition-[width] duration-500', TONE_FILL[tone])}
            style={{ width: `${fraction * 100}%` }}
          />
        </div>
      ))}
    </div>
  );
}
