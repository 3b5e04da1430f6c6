/** Who issues: the site itself, as `did:web` of the host in its address (https://w3c-ccg.github.io/did-method-web/). */
import type { KeyKind } from './key-forms';

export const didOf = (baseUrl: string): string => `did:web:${encodeURIComponent(new URL(baseUrl).host)}`;

/** Where the pages of an issuer stand; the counterpart of `didOf`. */
export function siteOf(did: string, baseUrl: string): string {
  const host = decodeURIComponent(did.replace('did:web:', ''));
  return `${new URL(baseUrl).protocol}//${host}`;
}

export type Unfit = 'not-https' | 'this-machine' | 'numbers';

/** Why nobody elsewhere could ever check what a site at this address issues; null when they can. */
export function unfit(baseUrl: string): Unfit | null {
  const { protocol, hostname } = new URL(baseUrl);
  if (/(^|\.)localhost$/.test(hostname) || /^127\.|^\[::1\]$/.test(hostname) || !/[.:]/.test(hostname)) return 'this-machine';
  if (/^[\d.]+$|^\[/.test(hostname)) return 'numbers';
  return protocol === 'https:' ? null : 'not-https';
}

interface Published {
  name: string;
  kind: KeyKind;
  publicKey: string;
  /** Whether what it signed is still to be believed. */
  trusted: boolean;
}

/** What the site says of its keys at `/.well-known/did.json`. Some verifiers want `assertionMethod` as a list of plain addresses. */
export function didDocument(did: string, keys: readonly Published[]) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: keys.map(({ name, kind, publicKey }) => ({
      id: `${did}#${name}`,
      controller: did,
      ...(kind === 'ed25519'
        ? { type: 'Multikey', publicKeyMultibase: publicKey }
        : { type: 'JsonWebKey', publicKeyJwk: JSON.parse(publicKey) as object }),
    })),
    assertionMethod: keys.filter(({ trusted }) => trusted).map(({ name }) => `${did}#${name}`),
  };
}
