import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The URL of another database on the same server. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs one statement on a connection of its own. */
export async function runStatement(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database that nobody else uses, a copy of `template` when given. */
export async function createDatabase(url: string, template?: string): Promise<string> {
  const name = `ccs_test_${randomBytes(8).toString('hex')}`;
  await runStatement(url, `create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  return name;
}

/** Removes a database and ends the connections to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await runStatement(url, `drop database if exists ${name} with (force)`);
}
