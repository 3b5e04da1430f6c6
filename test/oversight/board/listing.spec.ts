import { gzipSync } from 'node:zlib';
import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { Content } from '../../../src/content/content.service';
import { newId } from '../../../src/kernel/identifier';
import { Person } from '../../../src/people/person.entity';
import { Completion } from '../../../src/progress/completion.entity';
import { open } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { questionsOf } from '../../support/questions';
import { as } from '../../support/visitor';
import { enrol, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';
import { destination, send } from '../../chapters/sending';

let world: LearningWorld;
let address: string;
beforeAll(async () => {
  world = await startLearning();
  address = `/cohorts/${world.cohort.id}`;
  for (const [name, email] of [
    ['Chloé Diop', 'chloe@example.org'],
    ['=1+1 Mutua', 'formula@example.org'],
  ] as const) {
    await enrol(world, await makePerson(world, { name, email, language: 'fr' }), world.cohort);
  }
});
afterAll(() => world.stop());

describe('finding people on a board', () => {
  it('by a part of the name, without its accent', async () => {
    const amara = as(world, world.amara);
    const page = await submit(amara, await open(amara, address), 'Find', { 'Part of a name': 'CHLOE' });
    expect(page.rows(/^(Chloé|Wanjiku|Baraka)/).map((row) => row.split(' ')[0])).toEqual(['Chloé']);
    expect(page.main).toContain('Of 4 people'); // the sentence is about all
    expect(page.field('Part of a name').value).toBe('CHLOE');
  });

  it('who needs the team, with one press', async () => {
    world.clock.advance({ days: 4 });
    const page = await open(as(world, world.amara), address);
    expect(page.main).toContain('4 people need you.');
    expect(page.link(/^Need you/)).toBe(`${address}?show=stuck`);
    expect((await open(as(world, world.amara), `${address}?show=stuck`)).rows(/needs you/)).toHaveLength(4);
  });

  it('says that nobody fits, and keeps what was asked', async () => {
    const page = await open(as(world, world.amara), `${address}?show=finished&find=%3Cscript%3E`);
    expect(page.main).toContain('Nobody fits this.');
    expect(page.html).not.toContain('<script>');
    expect(page.field('Part of a name').value).toBe('<script>');
  });
});

describe('a board in a spreadsheet', () => {
  const name = 'Download as a spreadsheet (CSV)';

  it('is what is on the page, in the reader’s language, and no cell is a formula', async () => {
    const amara = as(world, world.amara);
    const answer = await send(amara, fill(await open(amara, `${address}?language=fr`), 'Télécharger pour un tableur (CSV)'));
    const file = await amara.get(destination(answer)).expect(200);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toContain('attachment; filename="Nairobi, March.csv"');
    const lines = file.text.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffNom,Étapes terminées,Étapes au total,Pour cent,/);
    expect(lines).toHaveLength(6);
    expect(file.text).toContain("\r\n'=1+1 Mutua,0,7,0,");
    expect(lines.find((line) => line.startsWith('Wanjiku'))).toMatch(/^Wanjiku Kamau,0,7,0,suivant,.*,2027-03-01,$/);
    await amara.get('/chapters/kenya?language=en');
  });

  it('holds only those who were asked for', async () => {
    const amara = as(world, world.amara);
    const answer = await send(amara, fill(await open(amara, `${address}?find=wanj`), name));
    expect((await amara.get(destination(answer))).text.split('\r\n')).toHaveLength(3);
  });

  it('is noted in the audit, once for each press', async () => {
    const before = await world.database.read(AuditEntry).countBy({ act: 'roster-exported' });
    const tomas = as(world, world.tomas);
    const form = fill(await open(tomas, address), name);
    for (const _ of [1, 2]) await send(tomas, form).expect(303);
    const noted = await world.database.read(AuditEntry).findBy({ act: 'roster-exported', actorId: world.tomas.id });
    expect(noted.map(({ chapterId, objectId }) => [chapterId, objectId])).toEqual([[world.kenya.id, world.cohort.id]]);
    expect(await world.database.read(AuditEntry).countBy({ act: 'roster-exported' })).toBe(before + 1);
  });

  it('is not there without the note, nor for somebody else’s', async () => {
    const [amara, tomas] = [as(world, world.amara), as(world, world.tomas)];
    const noted = destination(await send(tomas, fill(await open(tomas, address), name)));
    for (const where of [`${address}/board.csv`, `${address}/board.csv?export=abc`, `${address}/board.csv?export=${newId()}`, noted]) {
      expect(destination(await amara.get(where).expect(303))).toBe(address);
    }
    await as(world, world.nour).get(noted).expect(404);
    await as(world, world.wanjiku).post(`${address}/exports`).send(`form=${newId()}&show=&sort=&find=`).expect(404);
  });
});

describe('two hundred people and forty steps', () => {
  it('weigh sixty kilobytes at most, and cost as many questions as two', async () => {
    const many = await openCohort(world, world.kenya, { name: 'Many', programme: await fortySteps() });
    const asked = async () => {
      let html = '';
      const amara = as(world, world.amara);
      const { rows, reads } = await questionsOf(world.database, async () => {
        html = (await amara.get(`/cohorts/${many.id}`).expect(200)).text;
      });
      return { count: rows + reads, html };
    };
    await fill200(many.id, 0, 2);
    const few = await asked();
    await fill200(many.id, 2, 200);
    const all = await asked();
    expect(all.html.match(/<tr>/g)!.length).toBe(202);
    expect(all.html.match(/<td/g)!.length).toBeGreaterThan(200 * 40);
    const weight = gzipSync(all.html).length;
    console.log(`a board of 200 people and 40 steps: ${weight} bytes, ${all.count} questions to the database`);
    expect(weight).toBeLessThanOrEqual(60_000);
    expect(all.count).toBe(few.count);
  });

  async function fortySteps(): Promise<string> {
    const content = world.app.get(Content, { strict: false });
    const steps = Array.from({ length: 40 }, (_, i) => ({
      key: `lesson-${i + 1}`,
      kind: 'lesson',
      minutes: 5,
      glossary: [],
      check: null,
      sources: 0,
    }));
    const titles = Object.fromEntries(steps.map(({ key }, i) => [`steps.${key}.title`, `How networks meet, part ${i + 1}`]));
    const texts = { title: 'Forty steps', summary: 'Many small ones.' };
    const common = { language: 'en' as const, references: [] };
    await world.database.write(async (write) => {
      const structure = { licence: 'CC-BY-4.0', authors: [], steps };
      await content.publish(
        write,
        { ...common, kind: 'module', slug: 'forty', structure, texts: { ...texts, ...titles } },
        world.clock.now(),
      );
      const programme = { modules: ['forty'], certificate: { requires: 'all' } };
      const references = [{ kind: 'module' as const, slug: 'forty' }];
      await content.publish(
        write,
        { ...common, references, kind: 'programme', slug: 'forty', structure: programme, texts },
        world.clock.now(),
      );
    });
    return 'forty';
  }

  async function fill200(cohortId: string, from: number, to: number): Promise<void> {
    const at = world.clock.now();
    const people = Array.from({ length: to - from }, (_, i) => ({ id: newId(), enrolment: newId(), number: from + i }));
    const account = { passwordHash: '-', language: null, zone: null, steward: false, active: true, createdAt: at };
    const named = people.map(({ id, number }) => ({
      id,
      name: `Person ${number} of Mombasa`,
      email: `${id}@example.org`,
      emailKey: `${id}@example.org`,
    }));
    await world.database.write(async (write) => {
      await write.insert(
        Person,
        named.map((one) => ({ ...account, ...one })),
      );
      const enrolments = people.map(({ id, enrolment }) => ({ id: enrolment, cohortId, personId: id, joinedAt: at, completedAt: null }));
      await write.insert(
        Enrolment,
        enrolments.map((one) => ({ ...one, state: 'active' as const })),
      );
      const done = people.flatMap(({ id, enrolment, number }) =>
        Array.from({ length: (number * 7) % 40 }, (_, i) => ({
          id: newId(),
          enrolmentId: enrolment,
          personId: id,
          subject: `step:forty/lesson-${i + 1}`,
          at,
        })),
      );
      if (done.length) await write.insert(Completion, done);
    });
  }
});
