export { openTaskLog, type TaskLogOptions } from './agent-log/open-task-log.ts';
export { type DatabaseOptions, type OpenDatabase, openDatabase } from './open-database.ts';
export { InvalidCursorError } from './read-models/cursor.ts';
export { AlreadyOwnedError, acquireOwnership, type Ownership, type OwnershipOptions } from './ownership.ts';
