import { Certificate } from '../../../src/certificates/certificate.entity';
import { Batches } from '../../../src/certificates/issuing/batches.service';
import { CertificateBatch } from '../../../src/certificates/issuing/certificate-batch.entity';
import { EarnedCertificate } from '../../../src/certificates/issuing/earned-certificate.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { letters } from '../../support/mail';
import { open } from '../../support/page';
import { submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { enrol, type LearningWorld, makePerson, startLearning } from '../../support/world';
import { certificates, finish } from '../finished';
import { confirms, does, lessons } from './requiring';

/** Nine people in Nairobi: with a certificate, waiting for a name, without an address, in the middle, and from the time before. */
describe('the certificates of a cohort', () => {
  let world: LearningWorld;
  let roll: string;
  const people: Record<string, { person: Person; enrolment: string }> = {};
  const whole = [...lessons(), 'rough-consensus/quiz'];

  async function somebody(name: string, { confirmed = true } = {}) {
    const email = `${name.toLowerCase()}@example.org`;
    const person = await makePerson(world, { name, email, language: 'en', confirmed });
    people[name] = { person, enrolment: await enrol(world, person, world.cohort) };
    return people[name];
  }

  beforeAll(async () => {
    world = await startLearning();
    roll = `/cohorts/${world.cohort.id}/certificates`;
    const has = await somebody('Halima');
    await confirms(world, has.person, 'Halima Yusuf');
    await does(world, has.person, has.enrolment, ...whole);
    const waits = await somebody('Kevin');
    await does(world, waits.person, waits.enrolment, ...whole);
    const unreachable = await somebody('Fatuma', { confirmed: false });
    await does(world, unreachable.person, unreachable.enrolment, ...whole);
    const before = await somebody('Zainab'); // done before anybody followed ledgers, and named already
    await finish(world, before.person, before.enrolment);
    await confirms(world, before.person, 'Zainab A.');
    const emoji = await somebody('Joy🌍');
    await does(world, emoji.person, emoji.enrolment, ...whole);
    const middle = await somebody('Brian');
    await does(world, middle.person, middle.enrolment, ...lessons('humming', 'the-chairs-job'));
  });
  afterAll(() => world.stop());

  const settled = () => world.app.get(Batches, { strict: false }).settled();
  const count = () => world.database.read(Certificate).count();
  const lettersTo = async (name: string) => (await letters(world)).filter(({ to }) => to === people[name]!.person.email);

  it('says in a sentence how it stands, and first shows who waits', async () => {
    const page = await open(as(world, world.amara), roll);
    expect(page.main).toContain('Issued to 1 of 8 people.');
    expect(page.main).toContain('4 people have earned it and do not have it yet.');
    expect(page.main).toContain('Has to confirm the name.');
    expect(page.main).toContain('Has to confirm the mail address first.');
    expect(page.main).toContain('One certificate can be issued now.');
  });

  it('says who lacks what, and who has one with its number', async () => {
    const lacks = await open(as(world, world.amara), `${roll}?show=lacks`);
    expect(lacks.rows('Brian').join(' ')).toContain('3 steps are left:');
    expect(lacks.rows('Brian').join(' ')).toContain('Humming');
    const issued = await open(as(world, world.amara), `${roll}?show=issued`);
    const [certificate] = await certificates(world).of(people['Halima']!.person.id);
    expect(issued.rows('Halima').join(' ')).toContain(certificate!.code);
  });

  it('asks everybody for their name by one press, and nobody twice within three days', async () => {
    expect(await lettersTo('Kevin')).toHaveLength(1); // when he finished
    const early = await open(as(world, world.amara), roll);
    expect(early.main).not.toContain('Ask them all by letter');
    world.clock.advance({ days: 3 });
    await submit(as(world, world.amara), await open(as(world, world.amara), roll), 'Ask them all by letter');
    expect(await lettersTo('Kevin')).toHaveLength(2);
    expect(await lettersTo('Fatuma')).toHaveLength(1); // her address is not confirmed
    await as(world, world.amara).post(`${roll}/reminders`).send({ form: newId() }).expect(303);
    expect(await lettersTo('Kevin')).toHaveLength(2);
  });

  it('says why where the site must not issue, instead of issuing to nobody', async () => {
    const settings = world.settings as { mode: string };
    const mode = settings.mode;
    settings.mode = 'production';
    const page = await open(as(world, world.amara), roll);
    const pressed = await as(world, world.amara).post(`${roll}/issuing`).send({ form: newId() });
    settings.mode = mode;
    expect(page.main).toContain('Nothing can be issued at the moment: with the address that this site has');
    expect(page.offers('Issue all certificates')).toBe(false);
    expect([pressed.status, pressed.text]).toEqual([409, expect.stringContaining('This site cannot issue certificates yet')]);
    expect(await world.database.read(CertificateBatch).count()).toBe(0);
  });

  it('issues all that can be issued by one press, and tells how far it is', async () => {
    const before = await count();
    await submit(as(world, world.amara), await open(as(world, world.amara), roll), 'Issue all certificates');
    await settled();
    expect((await count()) - before).toBe(1);
    expect((await certificates(world).of(people['Zainab']!.person.id)).map(({ name }) => name)).toEqual(['Zainab A.']);
    const page = await open(as(world, world.amara), roll);
    expect(page.main).toContain('one certificate was issued; 8 people were looked at.');
    expect((await lettersTo('Zainab')).map(({ subject }) => subject)).toEqual([
      'Your certificate is ready: Taking part in Internet governance',
    ]);
  });

  it('issues under the names of accounts only when the chapter has decided so, and where they can be printed', async () => {
    for (const accountNames of ['yes', 'no', 'yes']) {
      await as(world, world.amara).post(`${roll}/rule`).send({ form: newId(), accountNames }).expect(303);
    }
    const page = await open(as(world, world.amara), roll);
    expect(page.main).toContain('The name of the account cannot be printed');
    await submit(as(world, world.amara), page, 'Issue all certificates');
    await settled();
    expect((await certificates(world).of(people['Kevin']!.person.id)).map(({ name }) => name)).toEqual(['Kevin']);
    expect(await certificates(world).of(people['Joy🌍']!.person.id)).toEqual([]);
    expect(await certificates(world).of(people['Fatuma']!.person.id)).toEqual([]);
    expect((await lettersTo('Kevin')).at(-1)!.text).toContain('under the name of your account');
  });

  it('while a press is at work there is no second one, and the page comes again by itself', async () => {
    const batch = { id: newId(), cohortId: world.cohort.id, byId: null, people: 8, startedAt: world.clock.now(), endedAt: null };
    world.clock.advance({ minutes: 1 });
    await world.database.write((write) => write.insert(CertificateBatch, { ...batch, startedAt: world.clock.now(), seen: 3 }));
    const answer = await as(world, world.amara).get(roll).expect(200);
    expect(answer.headers['refresh']).toBe('4');
    expect(answer.text).toContain('3 of 8 people looked at');
    const batches = () => world.database.read(CertificateBatch).count();
    const before = await batches();
    await as(world, world.amara).post(`${roll}/issuing`).send({ form: newId() }).expect(303);
    expect(await batches()).toBe(before);
    await world.app.get(Batches, { strict: false }).run(batch.id);
    expect((await as(world, world.amara).get(roll).expect(200)).headers['refresh']).toBeUndefined();
  });

  it('does not issue again what was withdrawn', async () => {
    const { person } = people['Zainab']!;
    await world.database.write((write) => write.update(Certificate, { personId: person.id }, { withdrawnAt: world.clock.now() }));
    await as(world, world.amara).post(`${roll}/issuing`).send({ form: newId() }).expect(303);
    await settled();
    expect(await certificates(world).of(person.id)).toHaveLength(1);
    expect((await open(as(world, world.amara), `${roll}?show=issued`)).rows('Zainab').join(' ')).toContain('Withdrawn');
  });

  it('is a table for spreadsheets, too, of which the audit knows', async () => {
    const amara = as(world, world.amara);
    await amara.get(`/cohorts/${world.cohort.id}/roll.csv`).expect(303);
    const { headers } = await amara.post(`${roll}/exports`).send({ form: newId(), of: '' }).expect(303);
    const { text } = await amara.get(headers['location']!).expect(200);
    const line = (name: string) => text.split('\r\n').find((one) => one.startsWith(name))!;
    expect(line('Halima')).toMatch(/^Halima,Issued,[0-9A-Z]{4}(-[0-9A-Z]{4}){3},2027-03-01,$/);
    expect(line('Brian')).toContain('Not earned yet,,,');
    expect(line('Joy')).toContain('cannot be printed');
    expect((await open(amara, '/chapters/kenya/audit')).main).toContain('All certificates of a cohort were issued');
  });

  it('is for the leads of the chapter: nobody else finds it', async () => {
    for (const path of ['', '?show=lacks']) {
      await as(world, world.nour)
        .get(roll + path)
        .expect(404);
      await as(world, world.tomas)
        .get(roll + path)
        .expect(404);
      await as(world, world.wanjiku)
        .get(roll + path)
        .expect(404);
    }
    await as(world, world.nour).post(`${roll}/issuing`).send({ form: newId() }).expect(404);
    await stranger(world).get(roll).expect(303);
    for (const wrong of ['?of=nothing', '?show=nobody', '?page=2', '?page=x'])
      await as(world, world.amara)
        .get(roll + wrong)
        .expect(404);
  });

  it('what was earned has a date that does not move', async () => {
    const rows = await world.database.read(EarnedCertificate).findBy({ personId: people['Kevin']!.person.id });
    expect(rows.map(({ at }) => at.toISOString())).toEqual(['2027-03-01T09:00:00.000Z']);
  });
});
