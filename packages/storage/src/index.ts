export { openTaskLog, type TaskLogOptions } from './agent-log/open-task-log.ts';
export { type DatabaseOptions, type OpenDatabase, openDatabase } from './open-database.ts';
export { InvalidCursorError } from './read-models/cursor.ts';
export { AlreadyOwnedError, acquireOwnership, type Ownership, type OwnershipOptions } from './ownership.ts';
export { loadSecretKey, type SecretKeyOptions } from './secrets/load-secret-key.ts';
export { UnreadableSecretError } from './secrets/seal.ts';
export { type SecretKey, SecretKeyError } from './secrets/secret-key.ts';
