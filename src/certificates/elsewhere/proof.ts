/**
 * Whether a certificate from elsewhere is as its key signed it. Only keys that stand in the file itself can be asked, because nothing is
 * fetched: so a good answer says that nobody changed it, and nothing about who that key belongs to.
 */
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { isProven, proofOf } from '../credentials/data-integrity';
import { publicKey } from '../credentials/key-forms';

/** `unproven`: it may be good, but that cannot be found out here. */
export type Proven = 'proven' | 'broken' | 'unproven';

export async function provenDocument(document: Record<string, unknown>): Promise<Proven> {
  const proof = proofOf(document);
  const key = proof && keyIn(proof.verificationMethod);
  if (!key) return 'unproven';
  try {
    return (await isProven(document, key)) ? 'proven' : 'broken';
  } catch {
    return 'unproven'; // words of contexts that are not on board
  }
}

export function provenToken(jwt: string): Proven {
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const { alg, kid, jwk } = (parsed(head) ?? {}) as { alg?: unknown; kid?: unknown; jwk?: unknown };
  const key = typeof kid === 'string' && kid.startsWith('did:key:') ? keyIn(kid) : keyOf(jwk);
  if (!key || !parsed(body)) return 'unproven';
  const kind = key.asymmetricKeyType;
  if (!(alg === 'EdDSA' && kind === 'ed25519') && !(alg === 'ES256' && kind === 'ec')) return 'unproven';
  const how = kind === 'ec' ? { key, dsaEncoding: 'ieee-p1363' as const } : key;
  try {
    return verify(kind === 'ec' ? 'sha256' : null, Buffer.from(`${head}.${body}`), how, Buffer.from(signature, 'base64url'))
      ? 'proven'
      : 'broken';
  } catch {
    return 'broken';
  }
}

/** What a part of a token says; null when it is no JSON. */
export function parsed(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The key that a did:key is (https://w3c-ccg.github.io/did-method-key/): Ed25519, the one that badges use. */
function keyIn(address: string): KeyObject | null {
  const text = /^did:key:(z[1-9A-HJ-NP-Za-km-z]{10,100})(?:#.*)?$/.exec(address)?.[1];
  try {
    return text ? publicKey('ed25519', text) : null;
  } catch {
    return null;
  }
}

function keyOf(jwk: unknown): KeyObject | null {
  try {
    return typeof jwk === 'object' && jwk !== null ? createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }) : null;
  } catch {
    return null;
  }
}
