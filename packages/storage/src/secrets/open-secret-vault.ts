import type { SecretVault, StoredSecret } from '@ccs/core/ports/secret-vault';
import type { SecretId, TaskId } from '@ccs/core/vocabulary/ids';
import type { Database } from '../dialects/database.ts';
import type { SecretRow } from '../schema/secret-tables.ts';
import { adoptKey } from './adopt-key.ts';
import { seal, unseal } from './seal.ts';
import type { SecretKey } from './secret-key.ts';

/**
 * The vault in the table `secrets`: AES-256-GCM, each value bound to its id, task and name.
 * @throws SecretKeyError when its secrets belong to another key
 */
export async function openSecretVault(database: Database, secretKey: SecretKey): Promise<SecretVault> {
  const { db } = database;
  const key = await adoptKey(database, secretKey);
  const open = (row: SecretRow) => unseal(key, toStoredSecret(row), row.ciphertext);
  return {
    async put(secret, value) {
      await db
        .insertInto('secrets')
        .values({
          secret_id: secret.secretId,
          task_id: secret.taskId,
          name: secret.name,
          key_id: key.id,
          ciphertext: seal(key, secret, value),
          created_at: new Date().toISOString(),
        })
        .execute();
    },

    async open(secretIds) {
      if (secretIds.length === 0) return new Map();
      const rows = await db.selectFrom('secrets').selectAll().where('secret_id', 'in', secretIds).execute();
      return new Map(rows.map((row) => [row.secret_id as SecretId, open(row)]));
    },

    async valuesOf(taskId) {
      const select = db.selectFrom('secrets').selectAll().where('task_id', '=', taskId);
      return (await select.orderBy('secret_id').execute()).map(open);
    },

    async remove(secretIds) {
      if (secretIds.length === 0) return;
      await db.deleteFrom('secrets').where('secret_id', 'in', secretIds).execute();
    },

    async removeTask(taskId) {
      await db.deleteFrom('secrets').where('task_id', '=', taskId).execute();
    },
  };
}

function toStoredSecret(row: SecretRow): StoredSecret {
  return { secretId: row.secret_id as SecretId, taskId: row.task_id as TaskId, name: row.name };
}
