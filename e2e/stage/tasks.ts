import {
  fileContentSchema,
  logPageSchema,
  type LogLineDto,
  reviewListSchema,
  type TaskDto,
  taskSchema,
} from '@ccs/contract';
import { waitFor } from '@ccs/server/testing/wait-for';
import type { Installation } from './server.ts';

const WORK_MS = 150_000;

/** The demo task: the real Claude Code, answered by the scripted model. */
export const DEMO = {
  type: 'create_app',
  provider: 'demo',
  title: 'Habit tracker',
  prompt: 'a habit tracker with streaks',
  execute: true,
} as const;

type Body = Readonly<Record<string, unknown>>;

/** The tasks of a server, by its API. */
export function tasksOf(installation: Installation) {
  const get = (path: string) => installation.server.get(`/api/tasks/${path}`);
  const task = async (id: string): Promise<TaskDto> => taskSchema.parse(await get(id));
  return {
    task,
    async create(body: Body): Promise<TaskDto> {
      return taskSchema.parse(await installation.server.send('POST', '/api/tasks', body));
    },
    edit: (id: string, body: Body) => installation.server.send('PATCH', `/api/tasks/${id}`, body),
    operate: (id: string, operation: 'pause' | 'cancel') =>
      installation.server.send('POST', `/api/tasks/${id}/${operation}`),
    file: async (id: string, path: string): Promise<string> =>
      fileContentSchema.parse(await get(`${id}/files/content?path=${encodeURIComponent(path)}`)).content ??
      '',
    reviews: async (id: string) => reviewListSchema.parse(await get(`${id}/reviews`)).items,
    /** Waits until the task is as wanted. */
    when: (id: string, wanted: string, is: (task: TaskDto) => boolean): Promise<TaskDto> =>
      waitFor(
        `the task to be ${wanted}`,
        async () => {
          const found = await task(id);
          if (found.status === 'failed' && !is(found)) throw new Error(JSON.stringify(found.failure));
          return is(found) && found;
        },
        WORK_MS,
      ),
    /** Every line of the log. */
    async log(id: string): Promise<LogLineDto[]> {
      const lines: LogLineDto[] = [];
      for (;;) {
        const after = lines.at(-1)?.seq ?? 0;
        const page = logPageSchema.parse(await get(`${id}/logs?limit=2000&after=${after}`));
        lines.push(...page.items);
        if (page.items.length === 0 || lines.length >= page.lastSeq) return lines;
      }
    },
  };
}
