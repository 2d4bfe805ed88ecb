import { createSecretKey, hkdfSync, type KeyObject, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** A key that cannot be used, or that is not the one with which the vault was set up. Says what to do. */
export class SecretKeyError extends Error {
  constructor(problem: string, whatToDo: string) {
    super(`${problem} ${whatToDo}`);
    this.name = 'SecretKeyError';
  }
}

/** What the keys of a vault are derived from. Nothing that is printed of it shows the secret. */
export interface SecretKey {
  /** Where it comes from, as messages name it. */
  readonly source: string;
  /** The key for a vault with this salt. Takes some 0.2 s of a thread for a passphrase. */
  derive(salt: Uint8Array): Promise<VaultKey>;
}

/** The key that encrypts, and the name by which the vault knows it. */
export interface VaultKey {
  readonly id: string;
  readonly key: KeyObject;
}

export const KEY_BYTES = 32;
const MIN_PASSPHRASE_LENGTH = 16;
/** As OWASP recommends for logins (2^15, 8, 3); 32 MiB of memory. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const stretch: (secret: string, salt: Uint8Array, length: number, options: typeof SCRYPT) => Promise<Buffer> =
  promisify(scrypt);

/** A key of 32 bytes. */
export function keyFromBytes(bytes: Uint8Array, source: string): SecretKey {
  return { source, derive: async (salt) => deriveVaultKey(bytes, salt) };
}

/**
 * The key that a person gave: 32 bytes in hexadecimal or base64, or a passphrase of at least 16 characters, which is
 * stretched with scrypt. @throws SecretKeyError
 */
export function parseSecretKey(text: string, source: string): SecretKey {
  const given = text.trim();
  if (/^[0-9a-f]{64}$/i.test(given)) return keyFromBytes(Buffer.from(given, 'hex'), source);
  if (/^[\w+/-]{43}=?$/.test(given)) return keyFromBytes(Buffer.from(given, 'base64'), source);
  const passphrase = given.normalize('NFC');
  if ([...passphrase].length < MIN_PASSPHRASE_LENGTH) {
    throw new SecretKeyError(
      `The key in ${source} is too short.`,
      `Set it to 32 bytes in hexadecimal or base64, as \`openssl rand -hex 32\` prints them, or to a passphrase of at least ${MIN_PASSPHRASE_LENGTH} characters.`,
    );
  }
  return {
    source,
    derive: async (salt) => deriveVaultKey(await stretch(passphrase, salt, KEY_BYTES, SCRYPT), salt),
  };
}

function deriveVaultKey(secret: Uint8Array, salt: Uint8Array): VaultKey {
  const derive = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `ccs vault ${purpose}`, length));
  return { id: derive('key id', 16).toString('hex'), key: createSecretKey(derive('encryption', KEY_BYTES)) };
}
