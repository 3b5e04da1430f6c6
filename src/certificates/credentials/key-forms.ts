/** The forms in which public keys travel: Multikey for Ed25519 (https://www.w3.org/TR/cid-1.0/#Multikey), JSON Web Key for P-256. */
import { createHash, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { base58, fromBase58 } from './base58';

export type KeyKind = 'ed25519' | 'p256';

const ED25519 = Buffer.from([0xed, 0x01]); // https://github.com/multiformats/multicodec/blob/master/table.csv

export function newKeyPair(kind: KeyKind): { publicKey: KeyObject; privateKey: KeyObject } {
  return kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** As it is stored and published: a Multikey, or the text of a JWK. */
export function written(kind: KeyKind, key: KeyObject): string {
  const jwk = key.export({ format: 'jwk' });
  if (kind === 'ed25519') return `z${base58(Buffer.concat([ED25519, Buffer.from(jwk.x!, 'base64url')]))}`;
  return JSON.stringify({ kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y });
}

export function publicKey(kind: KeyKind, text: string): KeyObject {
  if (kind === 'p256') return createPublicKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' });
  const bytes = text.startsWith('z') ? fromBase58(text.slice(1)) : null;
  if (bytes?.length !== 34 || !bytes.subarray(0, 2).equals(ED25519)) throw new Error('Not an Ed25519 Multikey');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(2).toString('base64url') }, format: 'jwk' });
}

/** What two people compare by voice: SHA-256 of the key as it is published, in fours. */
export function fingerprint(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 32)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');
}
