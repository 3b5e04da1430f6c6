/** What a certificate from elsewhere says of itself: any Open Badge of the second or third kind, as far as it stands in the file. */
import { type Dropped } from '../checking/dropped';
import { factsOf } from '../credentials/checked';
import { parsed } from './proof';

export interface BadgeWords {
  kind: 'ob2' | 'ob3';
  title: string;
  issuer: string;
  awardedTo: string;
  /** ISO 8601 days; empty where it does not say. */
  awardedOn: string;
  validUntil: string;
  /** The text that is kept. */
  text: string;
}

const LONGEST = 300;

/** Null when it is no certificate at all. */
export function badgeWords(dropped: Exclude<Dropped, { problem: unknown }>): BadgeWords | null {
  if ('address' in dropped) return { ...NOTHING, kind: 'ob2', issuer: host(dropped.address), text: dropped.address };
  if ('document' in dropped) return words(dropped.document, JSON.stringify(dropped.document));
  const claims = parsed(dropped.jwt.split('.')[1] ?? '');
  const inside = claims && record(claims['vc']);
  return claims && words(inside && Object.keys(inside).length ? { issuer: claims['iss'], ...inside } : claims, dropped.jwt);
}

const NOTHING = { title: '', issuer: '', awardedTo: '', awardedOn: '', validUntil: '' };

function words(document: Record<string, unknown>, text: string): BadgeWords | null {
  if ('credentialSubject' in document) return newer(document, text);
  if (!('badge' in document) && !('recipient' in document)) return null;
  const badge = record(document['badge']);
  const issuer = typeof badge['issuer'] === 'string' ? host(badge['issuer']) : said(record(badge['issuer'])['name']);
  const address = said(document['badge']) || said(document['id']);
  return {
    kind: 'ob2',
    title: said(badge['name']),
    issuer: issuer || host(address),
    awardedTo: '', // a hash, or an address of e-mail: neither is a name
    awardedOn: day(document['issuedOn']),
    validUntil: day(document['expires']),
    text,
  };
}

function newer(document: Record<string, unknown>, text: string): BadgeWords {
  const facts = factsOf(document)!;
  return {
    kind: 'ob3',
    title: said(facts.title),
    issuer: said(facts.issuer) || said(facts.issuerId),
    awardedTo: said(facts.name),
    awardedOn: day(facts.awardedOn ?? facts.validFrom ?? document['issuanceDate']),
    validUntil: day(facts.validUntil ?? document['expirationDate']),
    text,
  };
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Strangers wrote it: one line, nothing that turns the line round, not too long. */
function said(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu, ' ');
  return [...line.replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('').slice(0, LONGEST);
}

function day(value: unknown): string {
  const found = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
  return found && !Number.isNaN(Date.parse(found)) ? found : '';
}

function host(address: string): string {
  try {
    return said(new URL(address).host);
  } catch {
    return '';
  }
}
