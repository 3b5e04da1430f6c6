/** A credential as a token: a compact JWS with ES256 (https://www.imsglobal.org/spec/ob/v3p0#jwt-proof), for readers of tokens. */
import { type KeyObject, sign, verify } from 'node:crypto';
import type { JsonObject } from './linked-data';
import { isRecord } from './plain-document';

const LONGEST = 60_000;
const CLAIMS = ['exp', 'iss', 'jti', 'nbf', 'sub'];

/** What a token says before anything of it is believed. */
export interface Token {
  /** The address of the key in the issuer's DID document. */
  kid: string;
  claims: JsonObject;
  /** The credential itself, without the claims that repeat it. */
  credential: JsonObject;
  signed: Buffer;
  signature: Buffer;
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const dsaEncoding = 'ieee-p1363';

export function token(credential: JsonObject, kid: string, key: KeyObject): string {
  const { proof: _, ...bare } = credential;
  const text = `${encoded({ alg: 'ES256', kid, typ: 'JWT' })}.${encoded({ ...bare, ...claimsOf(bare) })}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding }).toString('base64url')}`;
}

/** Null when it is no such token, or names anything in its head but this one way of signing and one key. */
export function readToken(jwt: string): Token | null {
  const [head = '', body = '', signature = '', ...more] = jwt.length > LONGEST ? [] : jwt.trim().split('.');
  const [header, payload] = [decoded(head), decoded(body)];
  if (more.length || !header || !payload || !/^[\w-]{86}$/.test(signature)) return null;
  const { alg, kid, typ, ...others } = header;
  if (alg !== 'ES256' || typ !== 'JWT' || typeof kid !== 'string' || Object.keys(others).length) return null;
  const entries = Object.entries(payload);
  const claims = Object.fromEntries(entries.filter(([name]) => CLAIMS.includes(name)));
  const credential = Object.fromEntries(entries.filter(([name]) => !CLAIMS.includes(name)));
  return { kid, claims, credential, signed: Buffer.from(`${head}.${body}`), signature: Buffer.from(signature, 'base64url') };
}

/** Whether its claims say the same as its credential, and this key has signed it. */
export function isSigned({ claims, credential, signed, signature }: Token, key: KeyObject): boolean {
  const due = claimsOf(credential);
  const same =
    Object.keys(due).length === Object.keys(claims).length && Object.entries(due).every(([name, value]) => claims[name] === value);
  return same && verify('sha256', signed, { key, dsaEncoding }, signature);
}

function claimsOf({ id, issuer, credentialSubject, validFrom, validUntil }: JsonObject): JsonObject {
  const seconds = (moment: unknown) => Math.floor(Date.parse(String(moment)) / 1000);
  return {
    iss: isRecord(issuer) ? issuer['id'] : issuer,
    jti: id,
    sub: isRecord(credentialSubject) ? credentialSubject['id'] : undefined,
    nbf: seconds(validFrom),
    ...(validUntil !== undefined && { exp: seconds(validUntil) }),
  };
}

function decoded(part: string): JsonObject | null {
  if (!/^[\w-]+$/.test(part)) return null;
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url'))) as unknown;
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
