import { Certificate } from '../../src/certificates/certificate.entity';
import { CertificateRequest } from '../../src/certificates/holding/certificate-request.entity';
import { Corrections } from '../../src/certificates/holding/corrections.service';
import type { Person } from '../../src/people/person.entity';
import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import { type LearningWorld, makePerson, type World } from './world';

interface Held {
  who: Person;
  id: string;
}

/** People with a certificate each: in order, in question, about to expire, withdrawn. */
export interface GroundHolding {
  fine: Held;
  asking: Held;
  asked: Held & { request: string };
  expiring: Held;
  withdrawn: Held;
  leaving: Held;
}

const ANOTHER = { latinName: null, why: 'changed' as const };

export async function holdingOf(world: LearningWorld): Promise<GroundHolding> {
  const { database, clock } = world;
  const change = ({ id }: Held, to: Partial<Certificate>) => database.write((write) => write.update(Certificate, { id }, to as never));
  const [fine, leaving] = [await holder(world, 'Furaha Ochieng'), await holder(world, 'Makena Mutua')];
  const asking = await asks(world, await holder(world, 'Kamau Kariuki'));
  const asked = await asks(world, await holder(world, 'Atieno Oduor'));
  const { id: request } = await database.read(CertificateRequest).findOneByOrFail({ certificateId: asked.id });
  const [expiring, withdrawn] = [await holder(world, 'Barasa Wekesa'), await holder(world, 'Nekesa Simiyu')];
  await change(expiring, { validUntil: new Date(clock.now().getTime() + 20 * 86_400_000) });
  await change(withdrawn, { withdrawnAt: clock.now(), withdrawnFor: 'error' });
  return { fine, asking, asked: { ...asked, request }, expiring, withdrawn, leaving };
}

async function holder(world: LearningWorld, name: string): Promise<Held> {
  const { app, database, clock, cohort } = world;
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const who = await makePerson(world, { name, email, language: 'en' });
  const way = { id: who.id, name, email, joined: 3, read: 6, tries: ['passed' as const], certificate: true };
  await database.write((write) => app.get(DemoTrainees, { strict: false }).study(write, cohort.id, way, clock.now()));
  return { who, id: (await database.read(Certificate).findOneByOrFail({ personId: who.id })).id };
}

/** Asks for another name, long after the certificate was issued. */
async function asks({ app, database, clock }: World, held: Held): Promise<Held> {
  const { issuedAt } = await database.read(Certificate).findOneByOrFail({ id: held.id });
  const asked = { name: `${held.who.name} Otieno`, ...ANOTHER };
  await database.write(async (write) => {
    await write.update(Certificate, { id: held.id }, { issuedAt: new Date(issuedAt.getTime() - 20 * 86_400_000) });
    await app.get(Corrections, { strict: false }).ask(write, held.id, held.who.id, asked, clock.now());
    await write.update(Certificate, { id: held.id }, { issuedAt });
  });
  return held;
}

/** What a chapter's leads see of certificates, and what their holders do with them. */
export function holdingPages({ world, certificate, zuri, holding }: Ground): Stop[] {
  const { amara } = world;
  const place = '/chapters/kenya/certificates';
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who: amara, name, address, status: 200, ...more });
  const { fine, asking, asked, expiring, withdrawn } = holding;
  return [
    stop('certificates of a chapter', place),
    stop('certificates of a chapter, no such number', `${place}?number=7Q4M`, { status: 404 }),
    stop('certificate, for its lead', `${place}/${certificate.id}`),
    stop('certificate, another name asked for', `${place}/${asked.id}`),
    stop('certificate, about to expire', `${place}/${expiring.id}`),
    stop('certificate, withdrawn, for its lead', `${place}/${withdrawn.id}`),
    stop('certificate, to be withdrawn', `${place}/${certificate.id}/withdrawal`),
    stop('certificate, withdrawn without a reason', `${place}/${certificate.id}/withdrawal`, { status: 422, fields: { note: 'Why?' } }),
    stop('name of a certificate', `/certificates/${fine.id}/name`, { who: fine.who }),
    stop('name of a certificate, asked for', `/certificates/${asking.id}`, { who: asking.who }),
    stop('everything that one holds', '/certificates/everything.zip', { who: zuri }),
  ];
}

/** A good form for each of their routes. */
export function holdingForms({ world: { amara }, holding }: Ground): Example[] {
  const { fine, asking, asked, expiring, withdrawn, leaving } = holding;
  const team = '/chapters/kenya/certificates';
  return [
    { who: leaving.who, address: `/certificates/${leaving.id}/visibility`, fields: { shown: 'show' } },
    { who: fine.who, address: `/certificates/${fine.id}/name`, fields: { name: 'Furaha Achieng', latinName: '', why: 'misspelt' } },
    { who: asking.who, address: `/certificates/${asking.id}/name/taking-back`, fields: {} },
    { who: amara, address: `${team}/${asked.id}/answer`, fields: { do: 'approve', request: asked.request, version: '1', answer: '' } },
    { who: amara, address: `${team}/${expiring.id}/renewal`, fields: {} },
    { who: amara, address: `${team}/${withdrawn.id}/again`, fields: {} },
    { who: amara, address: `${team}/${leaving.id}/withdrawal`, fields: { reason: 'error', note: '', sure: 'yes' } },
  ];
}
