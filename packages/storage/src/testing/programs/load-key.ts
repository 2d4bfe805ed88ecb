import { loadSecretKey } from '../../secrets/load-secret-key.ts';

/* Makes or reads the key file of a data folder, writes which key it is, and waits to be killed. */
const [dataDir = ''] = process.argv.slice(2);
const key = await loadSecretKey({ secretKey: undefined, dataDir });
process.stdout.write(`${(await key.derive(Buffer.alloc(16))).id}\n`);
setInterval(() => undefined, 60_000);
