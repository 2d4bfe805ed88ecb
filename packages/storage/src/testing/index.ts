export { availableDatabases, openTestDatabase, type TestDatabase } from './open-test-database.ts';
export { type EphemeralPostgres, startPostgres } from './start-postgres.ts';
