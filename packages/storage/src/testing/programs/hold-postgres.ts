import { startPostgres } from '../start-postgres.ts';

/* Starts a server, writes its URL, and holds it until this process is killed. */
const server = await startPostgres();
process.stdout.write(`${server?.url}\n`);
setInterval(() => undefined, 60_000);
