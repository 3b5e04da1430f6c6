/** What checking a credential finds. */
import { isId } from '../../kernel/identifier';
import { isRecord } from './plain-document';

/**
 * `foreign`: not issued here. `broken`: says it was issued here, and is not what was signed. `unchecked`: it may be good, but whether it
 * was revoked cannot be said now.
 */
export type Verdict = 'valid' | 'expired' | 'not-yet' | 'revoked' | 'foreign' | 'broken' | 'unchecked';

export interface Checked {
  verdict: Verdict;
  /** One word for people who look into it; pages say the verdict. */
  reason?: string;
  /** What the document says of itself; to be believed only as far as the verdict goes. */
  facts?: CredentialFacts;
}

export interface CredentialFacts {
  credentialId: string | null;
  name: string | null;
  latinName: string | null;
  title: string | null;
  issuer: string | null;
  issuerId: string | null;
  /** ISO 8601 */
  awardedOn: string | null;
  validFrom: string | null;
  validUntil: string | null;
  achievement: string | null;
  narrative: string | null;
  /** The address of the key that signed. */
  key: string | null;
  list: string | null;
  place: number | null;
  /** Of the list as it was when it was looked at. */
  listVersion: number | null;
  listSignedAt: Date | null;
}

/** The id of the certificate of ours that a document is; null where it is not as we signed it. */
export function certificateIdOf({ verdict, facts }: Checked): string | null {
  const id = /^urn:uuid:(.+)$/.exec(facts?.credentialId ?? '')?.[1];
  return verdict !== 'broken' && verdict !== 'foreign' && isId(id) ? id : null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const record = (value: unknown) => (isRecord(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** What can be read of any credential, whoever made it. */
export function factsOf(document: unknown, key: string | null = null): CredentialFacts | undefined {
  if (!isRecord(document)) return undefined;
  const issuer = typeof document['issuer'] === 'string' ? { id: document['issuer'] } : record(document['issuer']);
  const subject = record(document['credentialSubject']);
  const achievement = record(subject['achievement']);
  const identifiers = list(subject['identifier']).map(record);
  const called = (type: string) => text(identifiers.find(({ identityType }) => identityType === type)?.['identityHash']);
  const status = record(document['credentialStatus']);
  const place = text(status['statusListIndex']);
  return {
    credentialId: text(document['id']),
    name: called('name') ?? text(subject['name']),
    latinName: called('ext:latinName'),
    title: text(achievement['name']) ?? text(document['name']),
    issuer: text((issuer as Record<string, unknown>)['name']),
    issuerId: text(issuer['id']),
    awardedOn: text(document['awardedDate']),
    validFrom: text(document['validFrom']),
    validUntil: text(document['validUntil']),
    achievement: text(achievement['id']),
    narrative: text(record(achievement['criteria'])['narrative']),
    key,
    list: text(status['statusListCredential']),
    place: place !== null && /^\d{1,9}$/.test(place) ? Number(place) : null,
    listVersion: null,
    listSignedAt: null,
  };
}
