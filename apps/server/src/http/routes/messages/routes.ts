import type { App, HttpDeps } from '../../http-deps.ts';
import { listMessages } from './list-messages.ts';
import { sendMessage } from './send-message.ts';

export function messageRoutes(app: App, deps: HttpDeps): void {
  listMessages(app, deps);
  sendMessage(app, deps);
}
