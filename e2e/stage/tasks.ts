import {
  dependencyListSchema,
  type EventDto,
  eventListSchema,
  fileContentSchema,
  logPageSchema,
  type LogLineDto,
  messageListSchema,
  questionListSchema,
  reviewListSchema,
  runListSchema,
  type TaskDto,
  taskSchema,
  verificationListSchema,
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
  const dependencies = async (id: string) =>
    dependencyListSchema.parse(await get(`${id}/dependencies`)).items;
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
    questions: async (id: string) => questionListSchema.parse(await get(`${id}/questions`)).items,
    dependencies,
    verifications: async (id: string) => verificationListSchema.parse(await get(`${id}/verifications`)),
    messages: async (id: string) => messageListSchema.parse(await get(`${id}/messages`)).items,
    runs: async (id: string) => runListSchema.parse(await get(`${id}/runs`)).items,
    /** Every event of these types; of all types when none is named. */
    async events(id: string, ...types: readonly string[]): Promise<EventDto[]> {
      const events: EventDto[] = [];
      for (;;) {
        const after = events.at(-1)?.version ?? 0;
        const { items } = eventListSchema.parse(await get(`${id}/events?limit=1000&after=${after}`));
        events.push(...items);
        if (items.length === 0) break;
      }
      return events.filter(({ type }) => types.length === 0 || types.includes(type));
    },
    /** Says for the person that the one thing that the demo asks for is not there. */
    async skipDependency(id: string): Promise<void> {
      const waiting = await waitFor(
        'the task to need something',
        async () => (await dependencies(id)).find(({ status }) => status === 'pending'),
        WORK_MS,
      );
      await installation.server.send('POST', `/api/dependencies/${waiting.id}/provide`, { skip: true });
    },
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
