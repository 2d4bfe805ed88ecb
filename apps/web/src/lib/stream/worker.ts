import { browserWorld } from './browser-world.ts';
import type { TabMessage } from './messages.ts';
import { StreamHub } from './stream-hub.ts';

/** The shared worker: one hub for all tabs of this browser, each on its own port. */
const ports = new Map<string, MessagePort>();
const hub = new StreamHub(browserWorld((tab, message) => ports.get(tab)?.postMessage(message)));
let opened = 0;

globalThis.addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  opened += 1;
  const tab = `port-${opened}`;
  ports.set(tab, port);
  port.addEventListener('message', (message: MessageEvent<TabMessage>) => hub.receive(tab, message.data));
  port.start();
});
