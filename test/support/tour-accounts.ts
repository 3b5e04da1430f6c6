import { Addresses } from '../../src/people/email/addresses.service';
import { OneTimeLinks } from '../../src/people/one-time-links.service';
import type { Person } from '../../src/people/person.entity';
import { codeAt, stepOf } from '../../src/people/second-factor/one-time-codes';
import { SecondFactors } from '../../src/people/second-factor/second-factors.service';
import { LinkedIdentity } from '../../src/people/single-sign-on/linked-identity.entity';
import { newId } from '../../src/kernel/identifier';
import { post } from './knock';
import { lettersTo } from './mail';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { PASSWORD, sessionFor } from './visitor';
import { makePerson, openCohort, type World } from './world';
import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';

/**
 * Rehema has passed and has not confirmed her address; Salma looks after her account. Asha is half signed in, Rukia all of it, both with a second
 * step; Dalia sets hers up, Mwana has her codes for paper before her.
 */
export interface GroundAccounts {
  rehema: Person;
  salma: Person;
  asha: Person;
  rukia: Person;
  dalia: Person;
  mwana: Person;
  enrolment: string;
  confirm: string;
  signIn: string;
  /** By which another site knows Salma. */
  identity: string;
  /** One of Asha’s codes for paper. */
  paper: string;
  /** The code of now, by the secret of Rukia and of Dalia. */
  codes: { rukia: () => string; dalia: () => string };
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
  const links = (await lettersTo(world, rehema.email)).flatMap((letter) => letter.links.map((link) => new URL(link).pathname));
  const confirm = links.find((path) => path.startsWith('/confirm-address/'))!;
  return {
    rehema,
    salma,
    enrolment: study!.id,
    confirm,
    identity: await linked(world, salma),
    signIn: await signInLink(world, salma),
    ...(await secondSteps(world)),
  };
}

async function linked({ database, clock }: World, { id: personId }: Person): Promise<string> {
  const id = newId();
  const known = { issuer: 'https://id.example', subject: 'salma', createdAt: clock.now(), unlinkedAt: null };
  await database.write((write) => write.insert(LinkedIdentity, { id, personId, ...known }));
  return id;
}

/** Longer open than a mailed one: a tour takes its time. */
async function signInLink({ app, database, clock }: World, { id }: Person): Promise<string> {
  const links = app.get(OneTimeLinks, { strict: false });
  const token = await database.write((write) =>
    links.make(write, { purpose: 'sign-in', personId: id, detail: '/account', minutes: 600 }, clock.now()),
  );
  return `/sign-in/link/${token}`;
}

async function secondSteps(world: World): Promise<Pick<GroundAccounts, 'asha' | 'rukia' | 'dalia' | 'mwana' | 'paper' | 'codes'>> {
  const { app, database, clock } = world;
  const factors = app.get(SecondFactors, { strict: false });
  const person = (name: string, word: string) => makePerson(world, { name, email: `${word}@example.org`, language: 'en' });
  const [asha, rukia] = [await person('Asha Salim', 'asha'), await person('Rukia Bakari', 'rukia')];
  const [dalia, mwana] = [await person('Dalia Omar', 'dalia'), await person('Mwana Ali', 'mwana')];
  const code = (secret: string, later = 0) => codeAt(secret, stepOf(clock.now()) + later);
  const prepared = async ({ id }: Person) => {
    await database.write((write) => factors.prepare(write, id));
    return (await factors.pending(id))!;
  };
  const on = async ({ id }: Person, secret: string) =>
    (await database.write((write) => factors.confirm(write, id, code(secret, -1), clock.now())))!;
  await sessionFor(world, rukia);
  const secrets = { asha: await prepared(asha), rukia: await prepared(rukia), dalia: await prepared(dalia), mwana: await prepared(mwana) };
  const [paper] = await on(asha, secrets.asha);
  await on(rukia, secrets.rukia);
  await post(world, '/account/second-factor/confirmation', mwana, `form=${newId()}&code=${code(secrets.mwana)}`);
  return { asha, rukia, dalia, mwana, paper: paper!, codes: { rukia: () => code(secrets.rukia), dalia: () => code(secrets.dalia) } };
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
  const { rehema, salma, asha, rukia, dalia, mwana, confirm, signIn, enrolment } = accounts;
  return [
    ...[salma, rehema, world.yusuf].map((who) => stop(who, 'account', '/account')),
    stop(salma, 'account, wrong', '/account', 422, { ...own, name: '', language: 'xx', zone: 'Nowhere' }),
    stop(salma, 'account, changed meanwhile', '/account', 409, { ...own, version: '0' }),
    ...[salma, world.yusuf].map((who) => stop(who, 'sessions', '/account/sessions')),
    stop(salma, 'sessions, none such', '/account/sessions', 422, { session: 'x' }),
    ...[salma, rehema].map((who) => stop(who, 'signing in elsewhere', '/account/single-sign-on')),
    stop(salma, 'signing in elsewhere, no password', '/account/single-sign-on', 422, {
      identity: accounts.identity,
      do: 'unlink',
      password: '',
    }),
    ...[salma, rehema].map((who) => stop(who, 'e-mail address', '/account/email')),
    stop(salma, 'e-mail address, wrong', '/account/email', 422, { email: 'x', password: '' }),
    stop(null, 'confirm an address', confirm),
    stop(null, 'link sent', '/sign-in/link', 200, {
      email: 'nobody@example.org',
      password: '',
      next: '/account',
      kept: '[["name","Mombasa"]]',
    }),
    stop(null, 'link, no address', '/sign-in/link', 422, { email: '', password: '' }),
    stop(null, 'sign in by a link', signIn),
    stop(null, 'back from elsewhere, not begun', '/sign-in/single-sign-on/return'),
    stop(asha, 'code', '/sign-in/code'),
    stop(asha, 'code, none', '/sign-in/code', 422, { code: '' }),
    ...[salma, rukia, dalia, world.yusuf].map((who) => stop(who, 'second step', '/account/second-factor')),
    stop(dalia, 'second step, no code', '/account/second-factor/confirmation', 422, { code: '' }),
    stop(rukia, 'second step, no code to remove it', '/account/second-factor/removal', 422, { code: '', password: '' }),
    stop(mwana, 'codes for paper', '/account/second-factor/codes'),
    stop(rehema, 'certificate, address not confirmed', `/learning/${enrolment}/certificate`),
  ];
}

export function accountForms({ accounts }: Ground): Example[] {
  const { rehema, salma, asha, rukia, dalia, mwana, confirm, signIn, paper, codes } = accounts;
  const one = (who: Person | null, address: string, fields: Fields = {}): Example => ({ who, address, fields });
  return [
    one(salma, '/account', own),
    one(salma, '/account/sessions', { session: 'others' }),
    one(salma, '/account/single-sign-on', { identity: accounts.identity, do: 'unlink', password: PASSWORD }),
    one(salma, '/account/email', { email: 'salma@elsewhere.example', password: PASSWORD }),
    one(null, confirm),
    one(rehema, '/account/email/confirmation'),
    one(null, signIn),
    one(null, '/sign-in/link', { email: rehema.email, password: '' }),
    one(null, '/sign-in/single-sign-on'),
    one(asha, '/sign-in/code', { code: paper }),
    one(salma, '/account/second-factor/secret'),
    one(dalia, '/account/second-factor/confirmation', {
      get code() {
        return codes.dalia(); // of the moment at which it is sent
      },
    }),
    one(mwana, '/account/second-factor/codes'),
    one(rukia, '/account/second-factor/removal', {
      password: PASSWORD,
      get code() {
        return codes.rukia();
      },
    }),
  ];
}
