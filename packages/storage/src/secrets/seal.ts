import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { StoredSecret } from '@ccs/core/ports/secret-vault';
import type { VaultKey } from './secret-key.ts';

const CIPHER = 'aes-256-gcm';
/** The form of what `seal` returns: `<format>.<base64 of nonce, ciphertext and tag>`. */
const FORMAT = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A stored secret that does not open: it was changed, or belongs to another row or key. Names it, without a value. */
export class UnreadableSecretError extends Error {
  constructor({ secretId, name }: StoredSecret) {
    super(
      `The stored value of ${name} (${secretId}) cannot be decrypted: its row was changed, or it belongs to another key. ` +
        'Restore the database and its key from one backup, or delete the task.',
    );
    this.name = 'UnreadableSecretError';
  }
}

/** Encrypts a value so that it opens only as this secret. */
export function seal({ key, id }: VaultKey, secret: StoredSecret, value: string): string {
  // 96 random bits for each value: far below 2^32 values under one key.
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(id, secret));
  const encrypted = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return `${FORMAT}.${Buffer.concat([nonce, encrypted, cipher.getAuthTag()]).toString('base64')}`;
}

/** The value that was sealed as this secret. @throws UnreadableSecretError */
export function unseal({ key, id }: VaultKey, secret: StoredSecret, sealed: string): string {
  try {
    if (!sealed.startsWith(`${FORMAT}.`)) throw new Error('another format');
    const bytes = Buffer.from(sealed.slice(FORMAT.length + 1), 'base64');
    const end = bytes.length - TAG_BYTES;
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(associatedData(id, secret));
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    throw new UnreadableSecretError(secret);
  }
}

/** What a value is bound to. JSON keeps the parts apart, whatever they contain. */
function associatedData(keyId: string, { secretId, taskId, name }: StoredSecret): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, keyId, secretId, taskId, name]));
}
