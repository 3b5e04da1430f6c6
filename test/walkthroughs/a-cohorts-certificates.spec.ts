import { dropped } from '../../src/certificates/checking/dropped';
import { Batches } from '../../src/certificates/issuing/batches.service';
import type { Person } from '../../src/people/person.entity';
import { certificates, finish } from '../certificates/finished';
import { answered } from '../certificates/checking/bring';
import { confirms, does, lessons } from '../certificates/issuing/requiring';
import { readPdf } from '../certificates/printing/print-shop';
import { lettersTo } from '../support/mail';
import { open, type Page } from '../support/page';
import { submit } from '../support/submit';
import { as, signIn, type Visitor } from '../support/visitor';
import { enrol, type LearningWorld, makePerson, startLearning } from '../support/world';

/** Amara closes a cohort: who lacks what, who has yet to say how their name is written, and everybody else at once. */
describe('the certificates of a cohort', () => {
  let world: LearningWorld;
  let roll: string;
  let amina: Person;
  let faith: Person;
  let holder: Visitor;
  let page: Page;
  let pdf: Buffer;
  const lead = () => signIn(world, world.amara);
  const whole = [...lessons(), 'rough-consensus/quiz'];

  beforeAll(async () => {
    world = await startLearning();
    roll = `/cohorts/${world.cohort.id}/certificates`;
    const join = async (name: string, email: string, steps: string[]) => {
      const person = await makePerson(world, { name, email, language: 'en' });
      await does(world, person, await enrol(world, person, world.cohort), ...steps);
      return person;
    };
    amina = await join('Amina Odeh', 'amina@example.org', whole);
    await join('Brian Otieno', 'brian@example.org', lessons('humming'));
    faith = await makePerson(world, { name: 'Faith Mwangi', email: 'faith@example.org', language: 'en' });
    await finish(world, faith, await enrol(world, faith, world.cohort)); // recorded from paper, and nobody has pressed since
    await confirms(world, faith, 'Faith W. Mwangi');
  });
  afterAll(() => world.stop());

  it('the lead reads who waits for a name, and who lacks which step', async () => {
    page = await open(as(world, world.amara), roll);
    expect(page.rows('Amina Odeh').join()).toContain('Has to confirm the name.');
    page = await open(as(world, world.amara), `${roll}?show=lacks`);
    expect(page.rows('Brian Otieno').join()).toContain('Humming');
  });

  it('reminds whoever has not answered for three days, by one press', async () => {
    world.clock.advance({ days: 3 });
    const amara = await lead();
    page = await submit(amara, await open(amara, roll), 'Ask them all by letter');
    expect(page.text).toContain('They were asked to confirm their names.');
    expect((await lettersTo(world, amina.email)).map(({ subject }) => subject)).toEqual(
      Array<string>(2).fill('Confirm your name for your certificate: Taking part in Internet governance'),
    );
  });

  it('the letter leads to the name; it is confirmed in Arabic and in Latin letters, and the certificate is there', async () => {
    holder = await signIn(world, amina);
    const link = /http\S+/.exec((await lettersTo(world, amina.email)).at(-1)!.text)![0];
    page = await submit(holder, await open(holder, new URL(link).pathname), 'Issue my certificate', {
      'Your name will print as': 'أمينة عودة',
      'Your name in Latin letters, if you want it printed too': 'Amina Odeh',
    });
    expect(page.address).toMatch(/^\/certificates\//);
    expect(page.main).toContain('أمينة عودة');
    expect(page.main).toContain('Amina Odeh');
  });

  it('she downloads it: both names are on the paper, and the signed document is in the file', async () => {
    const address = page.links.find(({ address: to }) => to.endsWith('/certificate.pdf'))!.address;
    const answer = await holder
      .get(address)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    pdf = answer.body as Buffer;
    const paper = await readPdf(pdf);
    expect(paper.heading).toBe('أمينة عودة');
    expect(paper.lines).toContain('Amina Odeh');
    expect('document' in dropped(pdf)).toBe(true);
  });

  it('the lead issues to everybody else who can have one, by one press', async () => {
    const amara = await lead();
    page = await submit(amara, await open(amara, roll), 'Issue all certificates');
    expect(page.text).toContain('The certificates are being issued.');
    await world.app.get(Batches, { strict: false }).settled();
    page = await open(amara, `${roll}?show=issued`);
    for (const name of ['Amina Odeh', 'Faith Mwangi']) expect(page.rows(name)).toHaveLength(1);
    expect((await certificates(world).of(faith.id)).map(({ name }) => name)).toEqual(['Faith W. Mwangi']);
  });

  it('a stranger drops the file, and it is genuine', async () => {
    const shown = await answered(world, pdf, 'certificate.pdf');
    expect(shown.heading).toBe('This certificate is genuine');
    expect(shown.rows('Name')[0]).toContain('أمينة عودة');
  });
});
