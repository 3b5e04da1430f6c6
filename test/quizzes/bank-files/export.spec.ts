import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { newId } from '../../../src/kernel/identifier';
import { LANGUAGES } from '../../../src/kernel/language';
import { Phrases } from '../../../src/languages/phrases';
import { BankQuestions } from '../../../src/quizzes/bank/bank-questions.service';
import { Intake } from '../../../src/quizzes/bank-files/intake.service';
import { tableTemplate } from '../../../src/quizzes/bank-files/template';
import { intoBank } from '../../../src/quizzes/formats/into-bank';
import { readGift } from '../../../src/quizzes/formats/gift';
import { readTable } from '../../../src/quizzes/formats/table';
import { open } from '../../support/page';
import { as } from '../../support/visitor';
import { startWorld, type World } from '../../support/world';
import { join } from 'node:path';

let world: World;
let ids: string[];
beforeAll(async () => {
  world = await startWorld();
  const { app, database, clock, kenya, tomas } = world;
  const writtens = readGift('// [id:n1] [tag:dns]\n::Root::Who? {=IANA ~ITU}\n\nWritten here. {T}').questions.map(
    (question) => intoBank(question, 'en').written,
  );
  writtens[0]!.texts.fr = { stem: 'Qui ?', 'options.a.text': 'IANA', 'options.b.text': 'UIT' };
  const taken = await database.write((write) =>
    app.get(BankQuestions, { strict: false }).take(write, { chapterId: kenya.id, personId: tomas.id }, writtens, clock.now()),
  );
  ids = taken.ids;
});
afterAll(() => world.stop());

const bank = () => `/chapters/${world.kenya.slug}/questions`;

async function file(fields: Record<string, string | string[]>, who = world.tomas) {
  const visitor = as(world, who);
  const asked = await visitor
    .post(`${bank()}/exports`)
    .type('form')
    .send({ form: newId(), text: '', tag: '', type: '', category: '', ...fields })
    .expect(303);
  return visitor
    .get(asked.headers['location']!)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
}

describe('questions that are taken away', () => {
  it.each([
    ['gift', 'text/plain; charset=utf-8', '.gift', '[id:n1]'],
    ['moodle', 'application/xml; charset=utf-8', '.xml', '<idnumber>n1</idnumber>'],
    ['yaml', 'application/yaml; charset=utf-8', '.yml', 'stem: Qui ?'],
    ['qti', 'application/zip', '.zip', 'imsmanifest.xml'],
  ])('as %s', async (format, type, ending, part) => {
    const answer = await file({ format });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-disposition']).toContain(ending);
    expect((answer.body as Buffer).toString('latin1')).toContain(part);
  });

  it('are in the audit, once for a form; without it there is no file', async () => {
    const { database, tomas, kenya } = world;
    const noted = () => database.read(AuditEntry).countBy({ act: 'questions-exported', actorId: tomas.id, chapterId: kenya.id });
    const before = await noted();
    await file({ format: 'gift' });
    expect(await noted()).toBe(before + 1);
    const visitor = as(world, tomas);
    for (const given of ['', `?export=${newId()}`]) {
      expect((await visitor.get(`${bank()}/export/file${given}`).expect(303)).headers['location']).toBe(`${bank()}/export`);
    }
  });

  it('can be only some', async () => {
    const chosen = ((await file({ format: 'yaml', questions: [ids[1]!] })).body as Buffer).toString();
    expect(chosen).toContain('Written here.');
    expect(chosen).not.toContain('Who?');
    expect(((await file({ format: 'yaml', tag: 'dns' })).body as Buffer).toString()).not.toContain('Written here.');
  });

  it('say before what the format cannot carry', async () => {
    const page = await open(as(world, world.tomas), `${bank()}/export?format=gift`);
    expect(page.main).toContain('What this format cannot carry');
    expect(page.main).toContain('All languages but the original. In 1 question: “Root”');
    expect((await open(as(world, world.tomas), `${bank()}/export?format=yaml`)).main).toContain('carries everything');
  });

  it.each(['gift', 'moodle', 'yaml', 'qti'])('come back as they were, also those that were written here: %s', async (format) => {
    const { app, kenya } = world;
    const bytes = (await file({ format })).body as Buffer;
    const looked = await app
      .get(Intake, { strict: false })
      .read({ text: '', name: '', language: 'en', left: 0 }, { bytes, name: '' }, kenya.id);
    expect(looked).toMatchObject({ verdicts: ['same', 'same'], problems: [] });
  });

  it('are not another chapter’s', async () => {
    await as(world, world.nour).get(`${bank()}/export`).expect(404);
    await as(world, world.nour).post(`${bank()}/exports`).type('form').send({ form: newId(), format: 'gift' }).expect(404);
  });
});

it('the empty table has headings that are understood in every language', () => {
  const phrases = Phrases.read(join(__dirname, '../../../views/translations'));
  for (const language of LANGUAGES) {
    const { questions, problems } = readTable(tableTemplate(phrases.in(language)));
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([
      { type: 'single', id: 'q1', tags: ['dns'], points: 1, options: [{ text: 'IANA', percent: 100 }, {}, {}, {}] },
    ]);
  }
});
