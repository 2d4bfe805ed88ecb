import { loadKeyFile } from './key-file.ts';
import { parseSecretKey, type SecretKey } from './secret-key.ts';

export interface SecretKeyOptions {
  /** The value of CCS_SECRET_KEY; undefined = the key file of the data folder. */
  readonly secretKey: string | undefined;
  readonly dataDir: string;
}

/**
 * The key of this server: CCS_SECRET_KEY (32 bytes in hexadecimal or base64, or a passphrase of at least 16 characters),
 * else the file `secret.key` in the data folder, which is made when it is missing. @throws SecretKeyError
 */
export async function loadSecretKey({ secretKey, dataDir }: SecretKeyOptions): Promise<SecretKey> {
  return secretKey === undefined ? await loadKeyFile(dataDir) : parseSecretKey(secretKey, 'CCS_SECRET_KEY');
}
