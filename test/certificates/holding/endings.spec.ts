import { Certificate } from '../../../src/certificates/certificate.entity';
import { Credentials } from '../../../src/certificates/credentials/credentials.service';
import { Expiries } from '../../../src/certificates/holding/expiries.service';
import { lettersTo } from '../../support/mail';
import { follow, open } from '../../support/page';
import { submit } from '../../support/submit';
import { as, signIn, stranger, type Visitor } from '../../support/visitor';
import { appoint, type LearningWorld, startLearning } from '../../support/world';
import { earn, showName } from '../finished';

let world: LearningWorld;
let lead: Visitor;
let held: { code: string; address: string };
let id: string;
beforeEach(async () => {
  world = await startLearning();
  lead = as(world, world.amara);
  held = await earn(world, world.wanjiku, world.studies.wanjiku);
  id = held.address.split('/').at(-1)!;
});
afterEach(() => world.stop());

const here = () => `/chapters/kenya/certificates/${id}`;
const row = () => world.database.read(Certificate).findOneByOrFail({ id });
const verdict = async (credential: string) =>
  (await world.app.get(Credentials, { strict: false }).check(JSON.parse(credential), world.clock.now())).verdict;
const withdraw = async (reason: string) => {
  const page = await follow(lead, await open(lead, here()), 'Go on to withdrawing it');
  expect(page.main).toContain('This cannot be undone');
  return submit(lead, page, 'Withdraw it for good', {
    'Why it is withdrawn': reason,
    'Note for the chapter (optional)': 'Two accounts, one person.',
    'I have read this, and withdraw the certificate for good.': true,
  });
};

describe('withdrawing', () => {
  it('is found from the page of a person, asks once more, and cannot be undone', async () => {
    const person = await open(lead, `/cohorts/${world.cohort.id}/people/${world.studies.wanjiku}`);
    expect(person.links.some(({ address }) => address === here())).toBe(true);
    const asked = await open(lead, `${here()}/withdrawal`);
    const wrong = await submit(lead, asked, 'Withdraw it for good', { 'Note for the chapter (optional)': 'Kept words' });
    expect([wrong.status, wrong.errors]).toEqual([422, ['Choose why it is withdrawn', 'Tick this box to withdraw it']]);
    expect(wrong.main).toContain('Kept words');
    expect((await row()).withdrawnAt).toBeNull();
    const done = await withdraw('How it was earned could not be accepted');
    expect(done.text).toContain('The certificate is withdrawn.');
    expect(done.main).toContain('Two accounts, one person.');
    expect(done.offers('Go on to withdrawing it')).toBe(false);
    expect((await lead.get(`${here()}/withdrawal`)).status).toBe(409);
  });

  it('says only that to strangers, why to its holder by letter, and the note to neither; the bit is set, and it stands in the audit', async () => {
    const { credential } = await row();
    expect(await verdict(credential!)).toBe('valid');
    await withdraw('How it was earned could not be accepted');
    expect(await verdict(credential!)).toBe('revoked');
    const seen = await stranger(world).get(`/verify/${held.code}`).expect(200);
    expect(seen.text).toContain('This certificate was withdrawn');
    for (const secret of ['accept how', 'Two accounts', 'earned could']) expect(seen.text).not.toContain(secret);
    const own = await open(as(world, world.wanjiku), held.address);
    expect(own.main).toContain('could not accept how it was earned');
    expect(own.text).not.toContain('Two accounts');
    const letter = (await lettersTo(world, world.wanjiku.email)).at(-1)!;
    expect(letter.subject).toBe('Your certificate was withdrawn');
    expect(letter.text).toContain('could not accept how the certificate was earned');
    expect(letter.text).not.toContain('Two accounts');
    expect((await open(lead, '/chapters/kenya/audit')).rows('A certificate was withdrawn')).toHaveLength(1);
  });

  it('is done by hand only: another one is issued when a lead presses for it', async () => {
    await withdraw('It was issued in error');
    expect((await as(world, world.wanjiku).get(`/learning/${world.studies.wanjiku}/certificate`)).headers['location']).toBe(held.address);
    const page = await submit(lead, await open(lead, here()), 'Issue a new one');
    expect(page.address).not.toBe(here());
    expect(page.main).toContain('Valid');
    const all = await world.database.read(Certificate).find();
    expect(all.map(({ withdrawnAt }) => withdrawnAt === null).sort()).toEqual([false, true]);
    expect(await verdict(all.find(({ withdrawnAt }) => !withdrawnAt)!.credential!)).toBe('valid');
    expect((await open(lead, here())).main).toContain('Withdrawn');
    const again = await submit(lead, await open(lead, here()), 'Issue a new one');
    expect(again.status).toBe(409);
  });

  it('is a steward’s to do too', async () => {
    const sofia = as(world, world.sofia);
    expect((await open(sofia, `/chapters/kenya/certificates?number=${held.code}`)).address).toBe(here());
    expect((await open(sofia, `${here()}/withdrawal`)).status).toBe(200);
  });
});

describe('expiring', () => {
  /** As if it had been issued a year ago, with an end. */
  const expires = async (validUntil: string) => {
    const dates = { validUntil: new Date(validUntil), issuedAt: new Date('2026-04-01T09:00:00Z') };
    const certificate = { ...(await row()), ...dates };
    await world.database.write(async (write) => {
      const signed = await world.app.get(Credentials, { strict: false }).sign(write, certificate, dates.issuedAt);
      await write.update(Certificate, { id }, { ...dates, ...signed });
    });
  };
  const look = () => world.app.get(Expiries, { strict: false }).round();

  it('is told by letter thirty days before, once, however many look', async () => {
    await expires('2027-04-01T09:00:00Z');
    expect(await look()).toBe(0);
    world.clock.set('2027-03-02T09:00:00Z');
    const counts = await Promise.all([look(), look(), look()]);
    expect(counts.reduce((sum, one) => sum + one)).toBe(1);
    expect(await look()).toBe(0);
    const letters = (await lettersTo(world, world.wanjiku.email)).filter(({ subject }) => subject === 'Your certificate expires soon');
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toContain('valid until 1 April 2027');
  });

  it('shows in words when it has happened: to its holder and to strangers', async () => {
    await expires('2027-03-01T08:00:00Z');
    expect((await open(as(world, world.wanjiku), held.address)).main).toContain('This certificate expired on 1 March 2027.');
    expect((await open(as(world, world.wanjiku), '/certificates')).main).toContain('Expired');
    const seen = await open(stranger(world), `/verify/${held.code}`);
    expect(seen.heading).toBe('This certificate has expired');
    expect(seen.main).not.toContain('It is valid');
  });

  it('ends with a renewal: a new one that holds as long again, and a letter', async () => {
    await expires('2027-04-01T09:00:00Z');
    const page = await submit(lead, await open(lead, here()), 'Renew this certificate');
    expect(page.text).toContain('It is renewed');
    expect(page.rows('Valid until')).toEqual(['Valid until 1 April 2028']);
    expect((await row()).replacedAt).not.toBeNull();
    expect((await lettersTo(world, world.wanjiku.email)).at(-1)!.subject).toBe('Your certificate is renewed');
    expect((await open(stranger(world), `/verify/${held.code}`)).heading).toBe('This certificate was replaced');
  });

  it('is no matter of one that holds for ever', async () => {
    expect((await open(lead, here())).offers('Renew this certificate')).toBe(false);
  });
});

describe('what it came from', () => {
  it('may go: cohort, programme and chapter changed or deleted change no certificate', async () => {
    await appoint(world, world.tomas, world.kenya, 'lead');
    await showName(world, held.code);
    const seen = async () => (await stranger(world).get(`/verify/${held.code}`)).text.split('<main')[1];
    const before = await seen();
    const { credential } = await row();
    await world.database.write(async (write) => {
      void write;
      await world.database.changed('DELETE FROM "enrolments" WHERE "cohortId" = ? RETURNING "id"', [world.cohort.id]);
      await world.database.changed('DELETE FROM "cohorts" WHERE "id" = ? RETURNING "id"', [world.cohort.id]);
    });
    expect(await seen()).toBe(before);
    const wanjiku = await signIn(world, world.wanjiku);
    expect((await open(wanjiku, held.address)).main).toContain('Nairobi, March');
    expect((await open(lead, here())).status).toBe(200); // still the chapter's to withdraw
    await world.database.write(
      async () => void (await world.database.changed('DELETE FROM "chapters" WHERE "id" = ? RETURNING "id"', [world.kenya.id])),
    );
    expect(await seen()).toBe(before);
    expect([await verdict(credential!), (await row()).chapterId]).toEqual(['valid', null]);
  });
});
