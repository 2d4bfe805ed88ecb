/** The key that the vault was set up with; at most one row. The key itself is never stored. */
export type VaultKeyRow = {
  /** Follows from the key and the salt, and tells nothing about either: a wrong key is known by it. */
  key_id: string;
  /** 16 random bytes in base64. */
  salt: string;
  created_at: string;
};

/** A value of the vault, encrypted. */
export type SecretRow = {
  secret_id: string;
  task_id: string;
  name: string;
  key_id: string;
  ciphertext: string;
  created_at: string;
};
