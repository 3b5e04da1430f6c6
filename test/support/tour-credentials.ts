import { Certificate } from '../../src/certificates/certificate.entity';
import type { Ground } from './tour';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** Where the signed document of a certificate points to: an achievement, and a status list. */
export interface GroundCredentials {
  achievement: string;
  list: string;
}

export async function credentialsOf({ database }: World, code: string): Promise<GroundCredentials> {
  const { credential } = await database.read(Certificate).findOneByOrFail({ code });
  const { credentialStatus, credentialSubject } = JSON.parse(credential!) as {
    credentialStatus: { statusListCredential: string };
    credentialSubject: { achievement: { id: string } };
  };
  return { achievement: new URL(credentialSubject.achievement.id).pathname, list: new URL(credentialStatus.statusListCredential).pathname };
}

/** What is published about certificates, and what their holders take along. */
export function credentialPages({ credentials, certificate, zuri }: Ground): Stop[] {
  const stop = (who: Stop['who'], name: string, address: string): Stop => ({ who, name, address, status: 200 });
  return [
    stop(null, 'issuer', '/issuer'),
    stop(null, 'keys of the issuer', '/.well-known/did.json'),
    stop(null, 'status list', credentials.list),
    stop(null, 'achievement', credentials.achievement),
    stop(null, 'picture of an achievement', `${credentials.achievement}/badge.svg`),
    stop(zuri, 'credential', `/certificates/${certificate.id}/credential.json`),
    stop(zuri, 'credential as a token', `/certificates/${certificate.id}/credential.jwt`),
  ];
}
