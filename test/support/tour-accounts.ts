import { Addresses } from '../../src/people/email/addresses.service';
import type { Person } from '../../src/people/person.entity';
import { lettersTo } from './mail';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { PASSWORD } from './visitor';
import { makePerson, openCohort, type World } from './world';
import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';

/** Rehema has passed and has not confirmed her address; Salma looks after her account. */
export interface GroundAccounts {
  rehema: Person;
  salma: Person;
  enrolment: string;
  confirm: string;
}

export async function accountsOf(world: World): Promise<GroundAccounts> {
  const { app, database, clock } = world;
  const person = (name: string, word: string, confirmed: boolean) =>
    makePerson(world, { name, email: `${word}@example.org`, language: 'en', confirmed });
  const [rehema, salma] = [await person('Rehema Juma', 'rehema', false), await person('Salma Hamisi', 'salma', true)];
  const cohort = await openCohort(world, world.kenya, { name: 'Nairobi, accounts' });
  const trainees = app.get(DemoTrainees, { strict: false });
  const way = { ...rehema, joined: 3, read: 6, tries: ['passed' as const] };
  await database.write((write) => trainees.study(write, cohort.id, way, clock.now()));
  const [study] = await database.rows<{ id: string }>('SELECT "id" FROM "enrolments" WHERE "personId" = ?', [rehema.id]);
  await database.write((write) => app.get(Addresses, { strict: false }).ask(write, rehema, 'en', clock.now()));
  const [letter] = await lettersTo(world, rehema.email);
  return { rehema, salma, enrolment: study!.id, confirm: new URL(letter!.links[0]!).pathname };
}

const stop = (who: Person | null, name: string, address: string, status = 200, fields?: Fields): Stop => ({
  who,
  name,
  address,
  status,
  ...(fields && { fields }),
});

const own = { name: 'Salma Hamisi', language: 'en', zone: 'Africa/Nairobi', version: '1' };

export function accountPages({ accounts, world }: Ground): Stop[] {
  const { rehema, salma, confirm, enrolment } = accounts;
  return [
    ...[salma, rehema, world.yusuf].map((who) => stop(who, 'account', '/account')),
    stop(salma, 'account, wrong', '/account', 422, { ...own, name: '', language: 'xx', zone: 'Nowhere' }),
    stop(salma, 'account, changed meanwhile', '/account', 409, { ...own, version: '0' }),
    ...[salma, world.yusuf].map((who) => stop(who, 'sessions', '/account/sessions')),
    stop(salma, 'sessions, none such', '/account/sessions', 422, { session: 'x' }),
    ...[salma, rehema].map((who) => stop(who, 'e-mail address', '/account/email')),
    stop(salma, 'e-mail address, wrong', '/account/email', 422, { email: 'x', password: '' }),
    stop(null, 'confirm an address', confirm),
    stop(rehema, 'certificate, address not confirmed', `/learning/${enrolment}/certificate`),
  ];
}

export function accountForms({ accounts }: Ground): Example[] {
  const { rehema, salma, confirm } = accounts;
  const one = (who: Person | null, address: string, fields: Fields = {}): Example => ({ who, address, fields });
  return [
    one(salma, '/account', own),
    one(salma, '/account/sessions', { session: 'others' }),
    one(salma, '/account/email', { email: 'salma@elsewhere.example', password: PASSWORD }),
    one(null, confirm),
    one(rehema, '/account/email/confirmation'),
  ];
}
