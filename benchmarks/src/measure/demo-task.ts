import type { StreamFrame, TaskDto } from '@ccs/contract';
import type { ServerProcess } from '@ccs/server/testing/server-process';
import { TaskFrames } from './task-frames.ts';

/**
 * Has the demo's task done, from the request that creates it to the frame `complete`. What the agent could do without is
 * skipped at once, so that nobody is waited for; the optional question is left to its default.
 * @param onFrame sees each frame when it arrives
 */
export async function runDemoTask(
  server: ServerProcess,
  origin: string,
  provider: TaskDto['provider'],
  onFrame: (frame: StreamFrame) => void = () => undefined,
): Promise<TaskDto['id']> {
  const body = {
    title: 'Habit tracker',
    prompt: 'a habit tracker with streaks',
    type: 'create_app',
    provider,
    autoApprove: true,
    execute: true,
  };
  const { id } = (await server.send('POST', '/api/tasks', body)) as TaskDto;
  const frames = new TaskFrames(origin, id);
  for (;;) {
    const { frame } = await frames.next(() => true);
    onFrame(frame);
    if (frame.type === 'complete') return id;
    if (frame.type === 'error') throw new Error(`the task failed: ${JSON.stringify(frame.event?.payload)}`);
    if (frame.event?.type === 'DependencyRequested') {
      const { dependencyId } = frame.event.payload;
      await server.send('POST', `/api/dependencies/${String(dependencyId)}/provide`, { skip: true });
    }
  }
}
