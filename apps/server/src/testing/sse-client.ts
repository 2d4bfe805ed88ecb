import http from 'node:http';

export interface SseEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** Reads server-sent events until `until` is satisfied by one (which is included) or the server ends the stream. */
export async function readSse(
  url: string,
  options: {
    readonly lastEventId?: string;
    /** The stream has begun. */
    readonly onOpen?: () => void;
    readonly until: (event: SseEvent, count: number) => boolean;
  },
): Promise<SseEvent[]> {
  const events: SseEvent[] = [];
  return new Promise((resolve, reject) => {
    const headers = options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId };
    const request = http.get(url, { headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`stream answered ${response.statusCode}`));
      response.once('data', () => options.onOpen?.());
      let buffer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        buffer += chunk;
        for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
          const event = parseEvent(buffer.slice(0, end));
          buffer = buffer.slice(end + 2);
          if (!event) continue;
          events.push(event);
          if (options.until(event, events.length)) {
            request.destroy();
            resolve(events);
            return;
          }
        }
      });
      response.on('end', () => resolve(events));
      response.on('error', () => resolve(events));
    });
    request.on('error', (error) => (events.length > 0 ? resolve(events) : reject(error)));
  });
}

function parseEvent(block: string): SseEvent | null {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map(
        (line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()] as const,
      ),
  );
  const data = fields.get('data');
  return data === undefined
    ? null
    : { id: fields.get('id') ?? '', event: fields.get('event') ?? 'message', data };
}
