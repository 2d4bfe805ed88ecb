export { type DatabaseOptions, type OpenDatabase, openDatabase } from './open-database.ts';
export { InvalidCursorError } from './read-models/cursor.ts';
