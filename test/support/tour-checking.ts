import { Certificate } from '../../src/certificates/certificate.entity';
import { Kept } from '../../src/certificates/elsewhere/kept.service';
import type { Person } from '../../src/people/person.entity';
import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';
import { practisedTable } from '../certificates/practice/practised-table';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import { type LearningWorld, makePerson } from './world';

/** Kito keeps two certificates from elsewhere, has met an objection at a table, and has certificates in every state. */
export interface GroundChecking {
  kito: Person;
  kept: string[];
  table: string;
  /** Numbers. */
  hidden: string;
  withdrawn: string;
  replaced: string;
}

export const ELSEWHERE = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example/assertions/1',
  recipient: { type: 'email', hashed: true, identity: 'sha256$00' },
  issuedOn: '2026-02-03T00:00:00Z',
  badge: { type: 'BadgeClass', name: 'Internet governance basics', issuer: { type: 'Issuer', name: 'Another school' } },
});

export async function checkingOf(world: LearningWorld): Promise<GroundChecking> {
  const kito = await makePerson(world, { name: 'Kito Juma', email: 'kito@example.org', language: 'en' });
  await keeps(world, kito);
  await keeps(world, kito, ELSEWHERE.replace('basics', 'for a second time'));
  const { id: table } = await practisedTable(world, kito);
  const codes: string[] = [];
  for (const [name, change] of [
    ['Hidden Person', { nameHidden: true }],
    ['Withdrawn Person', { nameHidden: false, withdrawnAt: world.clock.now() }],
    ['Replaced Person', { nameHidden: false, replacedAt: world.clock.now() }],
  ] as const) {
    const { id, email } = await makePerson(world, { name, email: `${name.split(' ')[0]!.toLowerCase()}@example.org`, language: 'en' });
    const trainees = world.app.get(DemoTrainees, { strict: false });
    const way = { id, name, email, joined: 3, read: 6, tries: ['passed' as const], certificate: true };
    await world.database.write((write) => trainees.study(write, world.cohort.id, way, world.clock.now()));
    await world.database.write((write) => write.update(Certificate, { personId: id }, change));
    codes.push((await world.database.read(Certificate).findOneByOrFail({ personId: id })).code);
  }
  const kept = (await world.app.get(Kept, { strict: false }).of(kito.id)).map(({ id }) => id);
  return { kito, kept, table, hidden: codes[0]!, withdrawn: codes[1]!, replaced: codes[2]! };
}

/** Keeps a certificate from elsewhere. */
export async function keeps({ app, database, clock }: LearningWorld, { id }: Person, text = ELSEWHERE): Promise<void> {
  const kept = app.get(Kept, { strict: false });
  const looked = await kept.look({ document: JSON.parse(text) as Record<string, unknown> });
  if ('problem' in looked) throw new Error(looked.problem);
  await database.write((write) => kept.keep(write, id, looked, clock.now()));
}

export function checkingPages({ checking, world: { yusuf } }: Ground): Stop[] {
  const stop = (who: Person | null, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const { kito, hidden, withdrawn, replaced, kept, table } = checking;
  return [
    stop(null, 'verify, name hidden', `/verify/${hidden}`),
    stop(null, 'verify, withdrawn', `/verify/${withdrawn}`),
    stop(null, 'verify, replaced', `/verify/${replaced}`),
    stop(null, 'verify, no such number', '/verify/7Q4M-K2XW-9TRD-5HCN', { status: 404 }),
    stop(null, 'verify, another name', `/verify/${hidden}`, { fields: { name: 'Somebody Else' } }),
    stop(null, 'verify, no name', `/verify/${hidden}`, { fields: { name: '' }, status: 422 }),
    stop(null, 'verify, nothing brought', '/verify', { fields: { text: '' }, status: 422 }),
    stop(null, 'verify, not a certificate', '/verify', { fields: { text: 'Dear sir' }, status: 422 }),
    stop(null, 'verify, not issued here', '/verify', { fields: { text: ELSEWHERE } }),
    stop(kito, 'certificates from elsewhere', '/kept'),
    stop(yusuf, 'certificates from elsewhere, none', '/kept'),
    stop(kito, 'certificate from elsewhere, its text', `/kept/${kept[0]!}/text`),
    stop(kito, 'certificates from elsewhere, wrong', '/kept', { fields: { text: 'Dear sir' }, status: 422 }),
    stop(kito, 'badges of practice', '/practice'),
    stop(yusuf, 'badges of practice, none', '/practice'),
    stop(kito, 'badges of practice, no name', '/practice', { fields: { table, practice: 'answered-a-concern', name: '' }, status: 422 }),
  ];
}

export function checkingForms({ checking }: Ground): Example[] {
  const { kito, hidden, kept, table } = checking;
  const one = (who: Person | null, address: string, fields: Record<string, string> = {}): Example => ({ who, address, fields });
  return [
    one(null, '/verify', { text: ELSEWHERE }),
    one(null, `/verify/${hidden}`, { name: 'Hidden Person' }),
    one(kito, '/kept', { text: ELSEWHERE.replace('basics', 'for a third time') }),
    one(kito, `/kept/${kept[0]!}/showing`, { shown: 'yes' }),
    one(kito, `/kept/${kept[1]!}/removal`),
    one(kito, '/practice', { table, practice: 'answered-a-concern', name: 'Kito Juma' }),
  ];
}
