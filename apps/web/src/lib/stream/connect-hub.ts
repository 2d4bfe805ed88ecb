import { browserWorld } from './browser-world.ts';
import type { HubMessage, HubPort, TabMessage } from './messages.ts';
import { StreamHub } from './stream-hub.ts';

type Receive = (message: HubMessage) => void;

/**
 * Reaches the hub that holds this browser's one stream: in a shared worker; without shared workers in the tab that
 * holds a lock, which the others reach by BroadcastChannel; as the last resort in this tab alone.
 */
export function connectHub(receive: Receive): HubPort {
  if (typeof SharedWorker === 'function') return connectWorker(receive);
  if (typeof BroadcastChannel === 'function' && 'locks' in navigator) return connectLeader(receive);
  return connectLocal(receive);
}

function connectWorker(receive: Receive): HubPort {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { name: 'ccs-stream' });
  let port: HubPort = { send: (message) => worker.port.postMessage(message) };
  worker.port.addEventListener('message', (event: MessageEvent<HubMessage>) => receive(event.data));
  worker.port.start();
  worker.addEventListener('error', () => {
    port = connectLocal(receive);
    receive({ type: 'resubscribe' });
  });
  return { send: (message) => port.send(message) };
}

function connectLocal(receive: Receive): HubPort {
  const hub = new StreamHub(browserWorld((_tab, message) => receive(message)));
  return { send: (message) => hub.receive('local', message) };
}

type Broadcast =
  | { readonly from: string; readonly message: TabMessage }
  | { readonly to: string; readonly message: HubMessage };

const EVERYBODY = '*';

function connectLeader(receive: Receive): HubPort {
  const me = crypto.randomUUID();
  const channel = new BroadcastChannel('ccs-stream');
  let hub: StreamHub | null = null;
  const post = (broadcast: Broadcast) => channel.postMessage(broadcast);
  const deliver = (to: string, message: HubMessage) => {
    if (to === me || to === EVERYBODY) receive(message);
    if (to !== me) post({ to, message });
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Broadcast>) => {
    if ('from' in data) hub?.receive(data.from, data.message);
    else if (data.to === me || data.to === EVERYBODY) receive(data.message);
  });
  void navigator.locks.request('ccs-stream', () => {
    hub = new StreamHub(browserWorld(deliver));
    deliver(EVERYBODY, { type: 'resubscribe' });
    // The lock is held until the tab goes away; then the next tab gets it.
    return new Promise<never>(() => undefined);
  });
  return { send: (message) => (hub ? hub.receive(me, message) : post({ from: me, message })) };
}
