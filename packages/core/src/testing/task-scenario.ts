import type { Clock, IdSource } from '../kernel/clock.ts';
import type { RecordedEvent } from '../kernel/event.ts';
import type { Reaction } from '../policies/policy.ts';
import { allPolicies } from '../policies/all-policies.ts';
import { taskAggregate } from '../task/model/aggregate.ts';
import type {
  RecordedTaskEvent,
  StoredTaskEvent,
  TaskEvent,
  TaskEventPayloads,
} from '../task/model/events.ts';
import type { TaskState } from '../task/model/state.ts';
import type { Id, IdPrefix, TaskId } from '../vocabulary/ids.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids that count up from `start`: valid, sortable and the same in every run of a test. */
export function countingIds(start = 1): IdSource {
  let next = start;
  return {
    next<P extends IdPrefix>(prefix: P): Id<P> {
      let rest = next++;
      let digits = '';
      for (let place = 0; place < 26; place += 1) {
        digits = (ALPHABET[rest % 32] ?? '0') + digits;
        rest = Math.floor(rest / 32);
      }
      return `${prefix}_${digits}`;
    },
  };
}

/** A clock that goes on by one second at each look. */
export function tickingClock(start = '2026-01-01T00:00:00.000Z'): Clock {
  let time = Date.parse(start);
  return {
    now() {
      time += 1000;
      return new Date(time).toISOString();
    },
  };
}

export const aTask: TaskEventPayloads['TaskCreated'] = {
  taskType: 'create_app',
  title: 'Habit tracker',
  prompt: 'A habit tracker with streaks',
  language: 'en',
  provider: 'claude',
  autoApprove: false,
  priority: 'normal',
  workspacePath: '/projects/habit-tracker',
  sessionId: '00000000-0000-4000-8000-000000000001',
  gates: {},
  autoAccept: true,
  questionTimeoutMinutes: 60,
  source: null,
};

/** One task in memory: commands are decided on its state and their events applied, as the event store would. */
export class TaskScenario {
  readonly events: RecordedTaskEvent[] = [];
  state: TaskState | null = null;
  readonly taskId: TaskId;
  readonly ids: IdSource;
  readonly #clock: Clock;
  #reacted = 0;

  constructor(ids: IdSource = countingIds(), clock: Clock = tickingClock()) {
    this.ids = ids;
    this.#clock = clock;
    this.taskId = ids.next('task');
  }

  /** Decides and applies; returns the events that followed. A refusal throws and changes nothing. */
  when(decide: Reaction): readonly TaskEvent[] {
    const now = this.#clock.now();
    const decided = decide(this.state, { now, ids: this.ids });
    for (const event of decided) {
      const recorded: RecordedEvent<TaskEvent> = {
        id: this.ids.next('evt'),
        taskId: this.taskId,
        version: this.events.length + 1,
        type: event.type,
        payload: event.payload,
        schemaVersion: taskAggregate.schemaVersion,
        timestamp: now,
        userId: 'user',
        commandId: null,
      };
      this.state = taskAggregate.evolve(this.state, recorded);
      this.events.push(recorded as RecordedTaskEvent);
    }
    return decided;
  }

  /** Lets every policy react to what has happened since the last call, until nothing more follows. */
  settle(): void {
    for (; this.#reacted < this.events.length; this.#reacted += 1) {
      const event = { ...this.events[this.#reacted], position: this.#reacted + 1 } as StoredTaskEvent;
      for (const policy of allPolicies) {
        const reaction = policy.react(event);
        if (reaction) this.when(reaction);
      }
    }
  }

  /** The types of all events so far, in order. */
  types(): readonly string[] {
    return this.events.map((event) => event.type);
  }
}
