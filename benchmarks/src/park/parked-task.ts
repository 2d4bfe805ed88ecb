import type { TaskDto } from '@ccs/contract';
import type { ServerProcess } from '@ccs/server/testing/server-process';
import { now, TaskFrames } from '../measure/task-frames.ts';

/** A request that a person has to answer. */
export interface Ask {
  readonly kind: 'question' | 'dependency';
  readonly id: string;
  /** Milliseconds from the frame with the request to the frame with the end of the run. */
  readonly parkingMs: number;
}

/** Milliseconds from the request that answers to the first words of the agent after it. */
export interface ResumeTime {
  /** Until the platform had read them from Claude Code. */
  readonly toLineMs: number;
  /** Until the frame with them was here. */
  readonly toFrameMs: number;
}

/** A task of the model that does nothing but ask. */
export class ParkedTask {
  readonly #server: ServerProcess;
  readonly #frames: TaskFrames;
  readonly task: TaskDto;

  private constructor(server: ServerProcess, origin: string, task: TaskDto) {
    this.#server = server;
    this.task = task;
    this.#frames = new TaskFrames(origin, task.id);
  }

  static async create(server: ServerProcess, origin: string): Promise<ParkedTask> {
    return new ParkedTask(server, origin, await createAskingTask(server, 'One that asks'));
  }

  /** Resolves when the agent has asked and its run has ended. @throws Error when the run ended in another way. */
  async parked(): Promise<Ask> {
    const asked = await this.#frames.next(
      ({ event }) => event?.type === 'QuestionAsked' || event?.type === 'DependencyRequested',
    );
    const ended = await this.#frames.next(({ event }) => event?.type === 'RunEnded');
    const { outcome } = ended.frame.event?.payload ?? {};
    if (outcome !== 'blocked') throw new Error(`the run was to be parked, but ended as ${String(outcome)}`);
    const { questionId, dependencyId } = asked.frame.event?.payload ?? {};
    const parkingMs = ended.at - asked.at;
    if (typeof questionId === 'string') return { kind: 'question', id: questionId, parkingMs };
    if (typeof dependencyId === 'string') return { kind: 'dependency', id: dependencyId, parkingMs };
    throw new Error(`nothing is asked: ${JSON.stringify(asked.frame)}`);
  }

  /** Answers, and waits for what the agent says then: `mark <number> end`. */
  async resume({ kind, id }: Ask, number: number): Promise<ResumeTime> {
    const mark = `mark ${number} end`;
    const start = now();
    const answered =
      kind === 'question'
        ? this.#server.send('POST', `/api/questions/${id}/answer`, { answer: 'First' })
        : this.#server.send('POST', `/api/dependencies/${id}/provide`, { value: `value-${number}-of-many` });
    const said = this.#frames.next(({ line }) => line?.kind === 'text' && line.text.includes(mark));
    const [{ frame, at }] = await Promise.all([said, answered]);
    return { toLineMs: Date.parse(frame.line?.at ?? '') - start, toFrameMs: at - start };
  }

  /** The runs that it had. */
  async runIds(): Promise<readonly string[]> {
    const { items } = (await this.#server.get(`/api/tasks/${this.task.id}/runs`)) as {
      items: readonly { id: string }[];
    };
    return items.map(({ id }) => id);
  }
}

/** Creates a task whose agent starts at once. */
export async function createAskingTask(server: ServerProcess, title: string): Promise<TaskDto> {
  const body = { type: 'create_app', title, prompt: 'Ask before anything else.', execute: true };
  return (await server.send('POST', '/api/tasks', body)) as TaskDto;
}
