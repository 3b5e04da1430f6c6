import { Certificate } from '../../../src/certificates/certificate.entity';
import { Credentials } from '../../../src/certificates/credentials/credentials.service';
import type { JsonObject } from '../../../src/certificates/credentials/linked-data';
import { Tokens } from '../../../src/certificates/credentials/tokens.service';
import type { Person } from '../../../src/people/person.entity';
import type { TestApp } from '../../support/app';
import { stranger } from '../../support/visitor';
import type { LearningWorld } from '../../support/world';
import { earn } from '../finished';

export const credentials = ({ app }: TestApp) => app.get(Credentials, { strict: false });

/** Somebody's certificate, earned through its page, and its signed document. */
export async function earned(world: LearningWorld, who: Person, enrolment: string, name = who.name) {
  const { code, address } = await earn(world, who, enrolment, name);
  const certificate = await world.database.read(Certificate).findOneByOrFail({ code });
  return { certificate, address, document: documentOf(certificate) };
}

export const documentOf = ({ credential }: Certificate) => JSON.parse(credential!) as JsonObject & { proof: [JsonObject] };

export const tokenOf = ({ app }: TestApp, { credential }: Certificate) => app.get(Tokens, { strict: false }).of(credential!);

/** What somebody elsewhere finds at the addresses that a document names: the keys, and its list. */
export async function published(world: TestApp, list = 1): Promise<Record<string, unknown>> {
  const did = JSON.parse((await stranger(world).get('/.well-known/did.json').expect(200)).text) as { id: string };
  const status = JSON.parse((await stranger(world).get(`/credentials/status/${list}`).expect(200)).text) as { id: string };
  return { [did.id]: did, [status.id]: status };
}
