import { countingIds } from '@ccs/core/testing/task-scenario';
import { openDatabase } from '../../open-database.ts';
import { loadSecretKey } from '../../secrets/load-secret-key.ts';

/*
 * Puts secrets into the vault until it is killed. Arguments: data folder, and database URL or nothing. The value of each
 * is its id many times over. Writes the id of every secret that was confirmed.
 */
const [dataDir = '', databaseUrl = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir, ...(databaseUrl === '' ? {} : { databaseUrl }) });
const vault = await database.openVault(await loadSecretKey({ secretKey: undefined, dataDir }));
const ids = countingIds();
const taskId = ids.next('task');
for (;;) {
  const secretId = ids.next('secret');
  await vault.put({ secretId, taskId, name: 'TOKEN' }, secretId.repeat(1_000));
  process.stdout.write(`${secretId}\n`);
}
