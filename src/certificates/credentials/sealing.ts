/** Private keys as they lie in the database: AES-256-GCM under a secret that is not in there. */
import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

const cipherKey = (secret: string, name: string) => Buffer.from(hkdfSync('sha256', secret, name, 'issuer key', 32));

/** `name` says which key it is: a sealed one that was put in another's place does not open. */
export function sealed(key: KeyObject, secret: string, name: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', cipherKey(secret, name), nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(key.export({ format: 'der', type: 'pkcs8' })), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Null when the secret is another one, or something was changed. */
export function unsealed(text: string, secret: string, name: string): KeyObject | null {
  try {
    const bytes = Buffer.from(text, 'base64url');
    const [nonce, tag, body] = [bytes.subarray(0, NONCE), bytes.subarray(NONCE, NONCE + TAG), bytes.subarray(NONCE + TAG)];
    const decipher = createDecipheriv('aes-256-gcm', cipherKey(secret, name), nonce, { authTagLength: TAG }).setAAD(Buffer.from(name));
    const der = Buffer.concat([decipher.setAuthTag(tag).update(body), decipher.final()]);
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    return null;
  }
}
