import { createSecretKey, randomBytes } from 'node:crypto';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, UnreadableSecretError, unseal } from './seal.ts';

const key = { id: 'a key', key: createSecretKey(randomBytes(32)) };
const secret = {
  secretId: 'secret_00000000000000000000000001',
  taskId: 'task_00000000000000000000000001',
  name: 'OPENAI_API_KEY',
} as const;
const VALUE = 'sk-proj-비밀-🙂\nline two';

describe('a sealed value', () => {
  it('opens to the same text', () => {
    assert(
      property(string({ unit: 'binary' }), (value) => {
        expect(unseal(key, secret, seal(key, secret, value))).toBe(value);
      }),
    );
  });

  it('is sealed another way each time, and shows nothing', () => {
    const sealed = seal(key, secret, VALUE);
    expect(seal(key, secret, VALUE)).not.toBe(sealed);
    expect(Buffer.from(sealed.slice(3), 'base64').includes('sk-proj')).toBe(false);
  });

  it('does not open once any byte of it is changed, or some are missing', () => {
    const bytes = Buffer.from(seal(key, secret, VALUE).slice(3), 'base64');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => unseal(key, secret, `v1.${changed.toString('base64')}`)).toThrow(UnreadableSecretError);
      const cut = bytes.subarray(0, index).toString('base64');
      expect(() => unseal(key, secret, `v1.${cut}`)).toThrow(UnreadableSecretError);
    }
  });

  it.each([
    ['secret', { ...secret, secretId: 'secret_00000000000000000000000002' as const }],
    ['task', { ...secret, taskId: 'task_00000000000000000000000002' as const }],
    ['name', { ...secret, name: 'PATH' }],
  ])('does not open as another %s', (_, other) => {
    expect(() => unseal(key, other, seal(key, secret, VALUE))).toThrow(UnreadableSecretError);
  });

  it('does not open under another key, key id or format, and the error tells nothing of it', () => {
    const sealed = seal(key, secret, VALUE);
    const others = [
      { ...key, key: createSecretKey(randomBytes(32)) },
      { ...key, id: 'another' },
    ];
    for (const other of others) expect(() => unseal(other, secret, sealed)).toThrow(UnreadableSecretError);
    const format = () => unseal(key, secret, sealed.replace('v1', 'v2'));
    expect(format).toThrow(/^The stored value of OPENAI_API_KEY \(secret_0+1\) cannot be decrypted/);
    expect(format).not.toThrow(/sk-proj/);
  });
});
