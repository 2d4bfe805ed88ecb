import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../dialects/database.ts';
import { writeTransaction } from '../dialects/write-transaction.ts';
import type { VaultKeyRow } from '../schema/secret-tables.ts';
import type { Tables } from '../schema/tables.ts';
import { type SecretKey, SecretKeyError, type VaultKey } from './secret-key.ts';

const SALT_BYTES = 16;

/**
 * The key of this vault, if the secret key is the one that the vault was set up with. A vault without secrets takes
 * any key. @throws SecretKeyError when the secrets in it belong to another key; nothing is written then
 */
export async function adoptKey(database: Database, secretKey: SecretKey): Promise<VaultKey> {
  for (;;) {
    const stored = await findKey(database.db);
    if (stored) {
      const key = await secretKey.derive(Buffer.from(stored.salt, 'base64'));
      if (key.id === stored.key_id) return key;
    }
    const salt = randomBytes(SALT_BYTES);
    const key = await secretKey.derive(salt);
    if (await setUp(database, stored, key.id, salt, secretKey.source)) return key;
  }
}

/** Replaces the stored key, unless somebody else has done so in the meantime: then false. */
async function setUp(
  database: Database,
  before: VaultKeyRow | undefined,
  keyId: string,
  salt: Buffer,
  source: string,
): Promise<boolean> {
  return await writeTransaction(database, async (connection) => {
    const stored = await findKey(connection);
    if (stored?.key_id !== before?.key_id) return false;
    const secret = await connection.selectFrom('secrets').select('secret_id').limit(1).executeTakeFirst();
    if (secret) {
      throw new SecretKeyError(
        `The stored secrets were encrypted with another key than the one in ${source}.`,
        'Start with the key that was used before: CCS_SECRET_KEY as it was, or without it and with the file `secret.key` in the data folder. Nothing was changed. If that key is lost, docs/decisions/0010-the-vault.md says how to start without the secrets.',
      );
    }
    await connection.deleteFrom('vault_keys').execute();
    await connection
      .insertInto('vault_keys')
      .values({ key_id: keyId, salt: salt.toString('base64'), created_at: new Date().toISOString() })
      .execute();
    return true;
  });
}

async function findKey(db: Kysely<Tables>): Promise<VaultKeyRow | undefined> {
  return await db.selectFrom('vault_keys').selectAll().executeTakeFirst();
}
