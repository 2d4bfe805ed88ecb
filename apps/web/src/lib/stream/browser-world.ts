import type { StreamFrame, TaskChanged } from '@ccs/contract';
import type { HubMessage } from './messages.ts';
import type { HubWorld, SourceEvents } from './stream-hub.ts';

/** The hub's world in a page or a worker: EventSource, timers and a way to the tabs. */
export function browserWorld(deliver: (tab: string, message: HubMessage) => void): HubWorld {
  return {
    open: openEventSource,
    deliver,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
    random: () => Math.random(),
  };
}

function openEventSource(url: string, events: SourceEvents): { close(): void } {
  const source = new EventSource(url);
  const parse = (event: Event) => JSON.parse((event as MessageEvent<string>).data) as unknown;
  source.addEventListener('ready', () => events.ready());
  source.addEventListener('task', (event) => events.task(parse(event) as TaskChanged));
  source.addEventListener('frame', (event) => events.frame(parse(event) as StreamFrame));
  // The hub comes back by itself with the places it has reached; EventSource would ask for the old ones.
  source.addEventListener('error', () => events.lost());
  return source;
}
