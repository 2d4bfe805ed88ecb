import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseSecretKey, SecretKeyError } from './secret-key.ts';

const salt = Buffer.from('0123456789abcdef');
const bytes = Buffer.from('00112233445566778899aabbccddeefffedcba98765432100123456789abcdef', 'hex');
const derive = async (text: string) => {
  const { id, key } = await parseSecretKey(text, 'CCS_SECRET_KEY').derive(salt);
  return { id, key: key.export().toString('hex') };
};

describe('a secret key', () => {
  it.each([
    ['capital letters', bytes.toString('hex').toUpperCase()],
    ['base64', bytes.toString('base64')],
    ['base64 without padding', bytes.toString('base64').replace('=', '')],
    ['base64 for URLs', bytes.toString('base64url')],
    ['space around it', ` ${bytes.toString('hex')}\n`],
  ])('is the same 32 bytes in %s', async (_, text) => {
    expect(await derive(text)).toEqual(await derive(bytes.toString('hex')));
  });

  it('may be a passphrase, in any form of Unicode', async () => {
    const passphrase = await derive('비밀번호 열여섯 글자보다 긴 것 é');
    expect(passphrase.key).toMatch(/^[0-9a-f]{64}$/);
    expect(await derive('비밀번호 열여섯 글자보다 긴 것 é'.normalize('NFD'))).toEqual(passphrase);
    expect(await derive('비밀번호 열여섯 글자보다 긴 것 e')).not.toEqual(passphrase);
  });

  it('gives another key and another id for another salt', async () => {
    const key = parseSecretKey(randomBytes(32).toString('hex'), 'CCS_SECRET_KEY');
    const [one, other] = [await key.derive(salt), await key.derive(randomBytes(16))];
    expect(one.id).not.toBe(other.id);
    expect(one.key.equals(other.key)).toBe(false);
  });

  it.each(['', ' '.repeat(32), 'short', '15 characters..', '🙂'.repeat(15)])('refuses "%s"', (text) => {
    const parse = () => parseSecretKey(text, 'CCS_SECRET_KEY');
    expect(parse).toThrow(SecretKeyError);
    expect(parse).toThrow(/CCS_SECRET_KEY is too short.*openssl rand -hex 32/);
  });

  it('does not show itself when it is printed', async () => {
    const text = 'correct horse battery staple';
    const key = parseSecretKey(text, 'CCS_SECRET_KEY');
    const derived = await key.derive(salt);
    const printed = inspect([key, derived], { depth: 9, showHidden: true }) + JSON.stringify([key, derived]);
    expect(printed).not.toContain('horse');
    expect(printed).not.toContain(derived.key.export().toString('hex').slice(0, 8));
  });
});
