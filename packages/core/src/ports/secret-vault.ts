import type { SecretId, TaskId } from '../vocabulary/ids.ts';

/** A secret as the vault keeps it. */
export interface StoredSecret {
  readonly secretId: SecretId;
  readonly taskId: TaskId;
  /** The environment variable that it is for. */
  readonly name: string;
}

/** Values that only agents and the checks of their work may see. Encrypted at rest. */
export interface SecretVault {
  /** Stores a value under an id that was never used before. */
  put(secret: StoredSecret, value: string): Promise<void>;
  /** The values of these ids, those that exist. @throws when one cannot be decrypted */
  open(secretIds: readonly SecretId[]): Promise<ReadonlyMap<SecretId, string>>;
  /** Every value of a task, also such as no event refers to: for redaction. */
  valuesOf(taskId: TaskId): Promise<readonly string[]>;
  remove(secretIds: readonly SecretId[]): Promise<void>;
  /** Removes all that is kept for a task. */
  removeTask(taskId: TaskId): Promise<void>;
}
