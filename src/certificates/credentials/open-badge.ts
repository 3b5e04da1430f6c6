/** A certificate as others read it: an Open Badges 3.0 credential (https://www.imsglobal.org/spec/ob/v3p0) before it is signed. */
import { LANGUAGES, type Language } from '../../kernel/language';
import type { Say } from '../../languages/phrases';
import { type Snapshot, titleIn } from '../snapshot';
import { achievementAddress, type AchievementVersion } from './achievement';
import { criteria, description } from './criteria';
import { CREDENTIALS_V2, type JsonObject, OPEN_BADGES, OPEN_BADGES_EXTENSIONS } from './linked-data';
import { toSecond } from './status-list';

export const CONTEXTS = [CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS];
export const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const CLOCKS_DIFFER_MS = 5 * 60_000; // to a verifier whose clock is slow it would not be valid yet

export interface Described {
  id: string;
  code: string;
  name: string;
  latinName: string | null;
  snapshot: Snapshot;
  issuedAt: Date;
  validUntil: Date | null;
}

export interface Place {
  list: number;
  place: number;
}

interface From {
  /** Where the issuer's pages stand, and how it is called. */
  site: string;
  did: string;
  /** Names the holder within this document, and nowhere else. */
  subject: string;
  achievement: AchievementVersion;
  place: Place;
}

export const listAddress = (site: string, list: number | string): string => `${site}/credentials/status/${list}`;

/** Holds nothing that the public page of the certificate does not show. */
export function openBadge(certificate: Described, { site, did, subject, achievement, place }: From, say: Say): JsonObject {
  const { id, code, name, latinName, snapshot, issuedAt, validUntil } = certificate;
  const { language } = snapshot;
  const list = listAddress(site, place.list);
  const awarded = toSecond(issuedAt);
  return {
    '@context': CONTEXTS,
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: titleIn(achievement.facts.title, language).text,
    issuer: { id: did, type: ['Profile'], name: snapshot.chapter, url: site },
    validFrom: toSecond(new Date(issuedAt.getTime() - CLOCKS_DIFFER_MS)),
    awardedDate: awarded,
    ...(validUntil && { validUntil: toSecond(validUntil) }),
    credentialSubject: {
      id: `urn:uuid:${subject}`,
      type: ['AchievementSubject'],
      identifier: [named('name', name), ...(latinName ? [named('ext:latinName', latinName)] : [])],
      achievement: achievementDocument(achievement, site, language, say),
    },
    evidence: [{ id: `${site}/verify/${code}`, type: ['Evidence'], name: say('credentials.evidence') }],
    credentialStatus: {
      id: `${list}#${place.place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place.place),
      statusListCredential: list,
    },
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  };
}

/** What was achieved, in one language, with the addresses of the others. */
export function achievementDocument(achievement: AchievementVersion, site: string, language: Language, say: Say): JsonObject {
  const address = achievementAddress(site, achievement);
  const version = String(achievement.version);
  const others = LANGUAGES.filter((other) => other !== language);
  return {
    id: address,
    type: ['Achievement'],
    achievementType: achievement.facts.kind === 'practice' ? 'Badge' : 'CertificateOfCompletion',
    name: titleIn(achievement.facts.title, language).text,
    description: description(achievement.facts, say, language),
    inLanguage: language,
    version,
    criteria: { id: `${address}#criteria`, narrative: criteria(achievement.facts, say, language).join('\n') },
    image: { id: `${address}/badge.svg`, type: 'Image' },
    related: others.map((other) => ({
      id: achievementAddress(site, achievement, other),
      type: ['Related'],
      inLanguage: other,
      version,
    })),
  };
}

const named = (identityType: string, identityHash: string) => ({ type: 'IdentityObject', hashed: false, identityType, identityHash });
