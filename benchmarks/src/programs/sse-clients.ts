import http from 'node:http';

/** What the clients are to do: each follows the stream until it has `lines` lines of the log. */
export interface Order {
  readonly url: string;
  readonly clients: number;
  readonly lines: number;
}

/** What all clients saw together. Every line says in nanoseconds when it was sent: `sent 123 end`. */
export interface Report {
  readonly received: number;
  /** Lines that a client did not get in their place: lost, doubled or out of order. */
  readonly misplaced: number;
  /** One for each line and client. */
  readonly latenciesMs: readonly number[];
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
const latenciesMs: number[] = [];
let received = 0;
let misplaced = 0;

/** Resolves once the stream shows the task, so that what follows is live; `complete` tells when all lines are there. */
function follow(): Promise<{ readonly complete: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const request = http.get(order.url, { agent }, (response) => {
      let expected = 1;
      let rest = '';
      const complete = new Promise<void>((done) => {
        response.setEncoding('latin1').on('data', (chunk: string) => {
          const now = process.hrtime.bigint();
          const frames = (rest + chunk).split('\n\n');
          rest = frames.pop() ?? '';
          for (const frame of frames) {
            const sent = /sent (\d+) end/.exec(frame)?.[1];
            if (sent === undefined) continue;
            received += 1;
            latenciesMs.push(Number(now - BigInt(sent)) / 1e6);
            if (Number(/^id: \d+-(\d+)$/m.exec(frame)?.[1]) !== expected) misplaced += 1;
            expected += 1;
            if (expected > order.lines) done();
          }
          if (frames.some((frame) => frame.includes('TaskCreated'))) resolve({ complete });
        });
        response.on('close', done);
      });
    });
    request.on('error', reject);
  });
}

process.on('disconnect', () => process.exit());
const streams = await Promise.all(Array.from({ length: order.clients }, follow));
process.send?.('ready');
await Promise.all(streams.map(({ complete }) => complete));
const report: Report = { received, misplaced, latenciesMs };
process.send?.(report, undefined, undefined, () => process.exit());
