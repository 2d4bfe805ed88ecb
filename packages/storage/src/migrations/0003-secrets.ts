import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/** The vault. The foreign key makes sure that no secret is ever kept under a key that the vault does not know. */
export async function createSecretTables(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const keys = db.schema
    .createTable('vault_keys')
    .addColumn('key_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull());
  await types.strict(keys).execute();
  const secrets = db.schema
    .createTable('secrets')
    .addColumn('secret_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('ciphertext', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('secrets_vault_key', ['key_id'], 'vault_keys', ['key_id']);
  await types.strict(secrets).execute();
  await db.schema.createIndex('secrets_of_task').on('secrets').column('task_id').execute();
}
