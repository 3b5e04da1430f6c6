import { strToU8, zipSync } from 'fflate';
import { newId } from '../../../src/kernel/identifier';
import { BankQuestion } from '../../../src/quizzes/bank/bank-question.entity';
import { Readings } from '../../../src/quizzes/bank-files/readings.service';
import { readGift } from '../../../src/quizzes/formats/gift';
import { writeQti } from '../../../src/quizzes/formats/qti-writer';
import { open, Page } from '../../support/page';
import { as } from '../../support/visitor';
import { startWorld, type World } from '../../support/world';
import { workbook } from '../../support/workbook';

let world: World;
beforeAll(async () => (world = await startWorld()));
afterAll(() => world.stop());

const address = () => `/chapters/${world.kenya.slug}/questions/import`;
const count = () => world.database.read(BankQuestion).countBy({ chapterId: world.kenya.id });

async function send(fields: Record<string, string>, file?: { bytes: Uint8Array; name: string }): Promise<Page & { location: string }> {
  const given = { form: newId(), language: 'en', do: 'look', text: '', ...fields };
  const parts = Object.entries(given).map(([name, value]) =>
    Buffer.from(`--XYZ\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  if (file) {
    parts.push(
      Buffer.from(
        `--XYZ\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
    );
    parts.push(Buffer.from(file.bytes), Buffer.from('\r\n'));
  }
  const answer = await as(world, world.tomas)
    .post(address())
    .set('content-type', 'multipart/form-data; boundary=XYZ')
    .send(Buffer.concat([...parts, Buffer.from('--XYZ--\r\n')]));
  return Object.assign(new Page(answer.text, address(), answer.status), { location: answer.headers['location'] ?? '' });
}

describe('a file of questions', () => {
  it('of QTI is read as a package; its text then stands in the page, to be taken', async () => {
    const { bytes } = writeQti(readGift('// [id:q-1]\nIt is so. {T}\n\nWho? {=a ~b}').questions);
    const looked = await send({}, { bytes, name: 'items.zip' });
    expect(looked.status).toBe(200);
    expect(looked.main).toContain('Read as: QTI package');
    const text = String(looked.field('Questions as text').value);
    expect(text).toContain('format: chapterhouse-questions');
    const before = await count();
    const taken = await send({ text, do: 'take', called: 'questions.yml' });
    expect(taken.status).toBe(303);
    expect(await count()).toBe(before + 2);
    expect((await open(as(world, world.tomas), taken.location)).main).toContain('2 new, 0 changed, 0 the same.');
  });

  it('of a spreadsheet is read as a table', async () => {
    const bytes = workbook({
      One: [
        ['Question', 'Right', 'Wrong'],
        ['Who?', 'a', 'b'],
      ],
    });
    const looked = await send({}, { bytes, name: 'list.xlsx' });
    expect(looked.main).toContain('Read as: a table');
    expect(looked.main).toContain('1 question was read.');
  });

  it('of a package with an error keeps saying so when its text comes again', async () => {
    const { bytes } = writeQti(readGift('Who? {=a ~b}').questions);
    const zip = zipSync({
      'a.xml': strToU8('<assessmentItem identifier="a" title="a"><itemBody><hotspotInteraction/></itemBody></assessmentItem>'),
      'b.xml': strToU8('<assessmentItem identifier="b" title="b"><itemBody><p>Read.</p></itemBody></assessmentItem>'),
    });
    expect(bytes.length).toBeGreaterThan(0);
    const looked = await send({}, { bytes: zip, name: 'x.zip' });
    expect(looked.main).toContain('hotspotInteraction');
    const text = String(looked.field('Questions as text').value);
    const refused = await send({ text, do: 'take', left: '1', called: 'questions.yml' });
    expect([refused.status, refused.errors.length]).toEqual([422, 1]);
    expect((await send({ text, do: 'take', left: '1', leave: 'yes', called: 'questions.yml' })).status).toBe(303);
  });

  it.each([
    ['nothing', { text: '' }, undefined, 422],
    ['a text that is too long', { text: 'a\n'.repeat(400_000) }, undefined, 422],
    ['a language that is none', { text: 'a {}', language: 'tlh' }, undefined, 422],
    ['a picture', {}, { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), name: 'x.png' }, 200],
    ['Latin-1', {}, { bytes: new Uint8Array([0x61, 0xe9, 0x20, 0x7b, 0x7d]), name: 'x.txt' }, 200],
    ['XML with a DOCTYPE', { text: '<!DOCTYPE x [<!ENTITY a "b">]><quiz>&a;</quiz>' }, undefined, 200],
    ['a package that leads out of itself', {}, { bytes: zipSync({ '../x.xml': strToU8('x') }), name: 'x.zip' }, 200],
  ] as const)('with %s takes nothing and says why', async (_, fields, file, status) => {
    const before = await count();
    const page = await send(fields as Record<string, string>, file as { bytes: Uint8Array; name: string } | undefined);
    expect(page.status).toBe(status);
    expect(page.errors.length > 0 || page.main.includes('Error:')).toBe(true);
    expect(page.buttons.some((name) => name.startsWith('Take in'))).toBe(false);
    expect(await count()).toBe(before);
  });

  it('sent twice is taken once', async () => {
    const form = newId();
    const fields = { form, text: 'Sent twice? {T}', do: 'take' };
    const before = await count();
    const [first, second] = [await send(fields), await send(fields)];
    expect([first.status, second.status, first.location]).toEqual([303, 303, second.location]);
    expect(await count()).toBe(before + 1);
  });

  it('whose question is too long for the bank says so with its line, before anything is taken', async () => {
    const page = await send({ text: `Fine {T}\n\nLong {T####${'x'.repeat(6_000)}}` });
    expect(page.main).toContain('Line 3');
    expect(page.main).toContain('1 question was read.');
  });

  it('does not touch another chapter’s questions, whatever ids it names', async () => {
    const { lebanon, kenya, database } = world;
    const text = '// [id:same]\nIs it ours? {T}';
    expect((await send({ text, do: 'take' })).status).toBe(303);
    const visitor = as(world, world.nour);
    await visitor
      .post(`/chapters/${lebanon.slug}/questions/import`)
      .type('form')
      .send({ form: newId(), language: 'en', do: 'take', text: text.replace('ours', 'theirs') })
      .expect(303);
    const ours = await database.read(BankQuestion).findOneByOrFail({ chapterId: kenya.id, externalId: 'same' });
    expect([ours.version, ours.texts.en?.['stem']]).toEqual([1, 'Is it ours?']);
  });

  it('offers an empty table in the language of whoever asks', async () => {
    const { text, headers } = await as(world, world.tomas).get(`${address()}/template.csv`).expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.split('\r\n')[0]).toContain('Question,Right,Wrong 1,Wrong 2,Wrong 3');
    const looked = await send({ text });
    expect(looked.main).toContain('1 question was read.');
  });
});

describe('a text that takes too much to read', () => {
  it.each([
    ['reading-too-much', 'Reading this took too much time or memory and was stopped. Bring it in smaller parts.'],
    ['reading-busy', 'Other files of questions are being read just now. Try again in a minute.'],
  ] as const)('stays on the page, which says so: %s', async (why, said) => {
    const reading = jest.spyOn(world.app.get(Readings, { strict: false }), 'read').mockResolvedValueOnce(why);
    const page = await send({ text: 'Who? {=a ~b}' });
    expect([page.status, page.errors]).toEqual([422, [said]]);
    expect(page.field('Questions as text').value).toBe('Who? {=a ~b}');
    reading.mockRestore();
  });
});

describe('the page of a bank', () => {
  it('leads whoever may write to files, in and out, with what is searched for', async () => {
    const links = async (who: World['tomas'], address: string) => {
      const { links: all } = await open(as(world, who), address);
      return all.map(({ address }) => address).filter((one) => /\/(?:import|export)\b/.test(one));
    };
    const bank = `/chapters/${world.kenya.slug}/questions`;
    expect(await links(world.tomas, `${bank}?tag=dns&archived=yes`)).toEqual([`${bank}/import`, `${bank}/export?tag=dns`]);
    expect(await links(world.sofia, '/questions')).toEqual(['/questions/import', '/questions/export']);
    expect(await links(world.tomas, '/questions')).toEqual(['/questions/export']);
  });
});
