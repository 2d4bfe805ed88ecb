import type { StreamFrame, TaskChanged } from '@ccs/contract';
import type { Cursor } from './cursor.ts';

/** `tasks`: every changed task. `task:<id>`: the frames of one task. */
export type Topic = 'tasks' | `task:${string}`;

/** What a tab wants: its topics with the place it has reached (null: only what happens from now on). */
export type Topics = Readonly<Partial<Record<Topic, Cursor | null>>>;

/** `offline`: this browser cannot reach the server and keeps trying. */
export type StreamState = 'connecting' | 'online' | 'offline';

/** From a tab to the hub that holds the one connection. */
export type TabMessage =
  | { readonly type: 'subscribe'; readonly topics: Topics; readonly url: string }
  | { readonly type: 'ping' }
  | { readonly type: 'wake' }
  | { readonly type: 'bye' };

/** From the hub to a tab. */
export type HubMessage =
  | { readonly type: 'state'; readonly state: StreamState }
  | { readonly type: 'task'; readonly change: TaskChanged }
  | { readonly type: 'frame'; readonly frame: StreamFrame }
  /** Changes may have been missed: read again what the page shows. */
  | { readonly type: 'resync' }
  /** The hub does not know the tab (it slept, or the hub is new): say again what it wants. */
  | { readonly type: 'resubscribe' };

/** A tab's way to the hub, wherever the hub lives. */
export interface HubPort {
  send(message: TabMessage): void;
}
