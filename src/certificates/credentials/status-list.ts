/** Which certificates of a list were revoked: a Bitstring Status List (https://www.w3.org/TR/vc-bitstring-status-list/), one bit each, packed. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { CREDENTIALS_V2, type JsonObject } from './linked-data';

/** How many certificates share a list: so many that asking for one says nothing about which was meant. */
export const PLACES = 131_072;
const LONGEST = 1 << 20; // bytes of a list of somebody else's making; ours has 16 kB
const LASTS_MS = 14 * 86_400_000;
const TTL_MS = 300_000;

export const emptyBits = (): Buffer => Buffer.alloc(PLACES / 8);

/** The first place is the highest bit of the first byte. */
export const bitAt = (bits: Uint8Array, place: number): boolean => ((bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;

export function withBit(bits: Uint8Array, place: number): Buffer {
  const changed = Buffer.from(bits);
  changed[place >> 3]! |= 0x80 >> (place & 7);
  return changed;
}

export const packed = (bits: Uint8Array): string => `u${gzipSync(bits).toString('base64url')}`;

/** Null when it is not a list, is too short to hide anybody in, or unpacks to more than any list has. */
export function unpacked(text: unknown): Buffer | null {
  if (typeof text !== 'string' || !/^u[A-Za-z0-9_-]+$/.test(text) || text.length > LONGEST) return null;
  try {
    const bits = gunzipSync(Buffer.from(text.slice(1), 'base64url'), { maxOutputLength: LONGEST });
    return bits.length * 8 >= PLACES ? bits : null;
  } catch {
    return null;
  }
}

/** A list as it is signed: it is true from now on, and after two weeks nobody relies on it. */
export function statusListDocument(address: string, issuer: string, bits: Uint8Array, now: Date): JsonObject {
  return {
    '@context': [CREDENTIALS_V2],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: toSecond(now),
    validUntil: toSecond(new Date(now.getTime() + LASTS_MS)),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: packed(bits),
      ttl: TTL_MS,
    },
  };
}

/** A moment as credentials write it: UTC, cut off to the second. */
export function toSecond(at: Date): string {
  return new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
