import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { CertificateDesign } from '../../../src/certificates/designs/certificate-design.entity';
import { KeptPicture } from '../../../src/certificates/designs/design-picture.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { sendPacked } from '../../assignments/handing';
import { open, read } from '../../support/page';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { earn } from '../finished';
import { readPdf } from '../printing/print-shop';

let world: LearningWorld;
const ADDRESS = '/chapters/kenya/certificate-design';
const EMPTY = Object.fromEntries(
  ['logo', 'name1', 'name2', 'name3', 'role1', 'role2', 'role3', 'signature1', 'signature2', 'signature3', 'place'].map((name) => [
    name,
    '',
  ]),
);
const PLAIN = { ...EMPTY, ink: '#7a1f2b', paper: '#fbf7f0', version: '0', do: 'save' };
const picture = (width = 300, height = 90) => sharp({ create: { width, height, channels: 4, background: '#7a1f2b' } });

beforeAll(async () => {
  world = await startLearning();
});
afterAll(() => world.stop());

const send = (fields: Record<string, string>, file: { name: string; bytes: Buffer } | null = null, who: Person = world.amara) =>
  sendPacked(world, who, ADDRESS, { form: newId(), ...PLAIN, ...fields }, file);
const versions = () => world.database.read(CertificateDesign).find({ where: { chapterId: world.kenya.id }, order: { number: 'ASC' } });
const idOf = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('a chapter’s design', () => {
  it('begins as the house’s, with an example', async () => {
    const page = await open(as(world, world.amara), ADDRESS);
    expect(page.heading).toBe('Design of certificates');
    expect(page.html).toContain('value="#2138b4"');
    const preview = /<img id="example" src="([^"]+)"/.exec(page.html)![1]!.replaceAll('&amp;', '&');
    const { headers } = await as(world, world.amara).get(preview).expect(200);
    expect(headers['content-type']).toBe('image/webp');
  });

  it('is for leads of the chapter alone', async () => {
    for (const person of [world.tomas, world.wanjiku, world.nour]) {
      for (const address of [ADDRESS, `${ADDRESS}/preview.webp`, `${ADDRESS}/pictures/${newId()}.png`])
        await as(world, person).get(address).expect(404);
      expect((await send({}, null, person)).status).toBe(404);
    }
    await stranger(world).get(ADDRESS).expect(303);
    await as(world, world.sofia).get(ADDRESS).expect(200);
    expect(await versions()).toEqual([]);
  });

  it('is looked at without being kept; a picture that is brought stays with the form', async () => {
    const answer = await send(
      { do: 'preview', name1: 'Amara Odhiambo', role1: 'Chapter lead', place: 'logo' },
      { name: 'logo.png', bytes: await picture().png().toBuffer() },
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('value="Amara Odhiambo"');
    const id = idOf(answer.text, 'logo');
    const kept = await as(world, world.amara).get(`${ADDRESS}/pictures/${id}.png`).expect(200);
    expect(kept.headers['content-type']).toBe('image/png');
    await as(world, world.nour).get(`/chapters/lebanon/certificate-design/pictures/${id}.png`).expect(404);
    expect(await versions()).toEqual([]);
  });

  it('is kept with who signs, noted in the audit, and printed on what is issued from then on', async () => {
    const before = await earn(world, world.wanjiku, world.studies.wanjiku);
    const logo = idOf(
      (await send({ do: 'preview', place: 'logo' }, { name: 'logo.png', bytes: await picture().png().toBuffer() })).text,
      'logo',
    );
    const saved = await send(
      { logo, name1: 'Amara Odhiambo', role1: 'Chapter lead', name2: 'نور حداد', role2: 'ضيفة', place: '1' },
      { name: 'sign.webp', bytes: await picture(200, 60).webp().toBuffer() },
    );
    expect([saved.status, saved.headers['location']]).toEqual([303, ADDRESS]);
    const [design] = await versions();
    expect(design).toMatchObject({ number: 1, ink: '#7a1f2b', logoId: logo });
    expect(design!.signatories.map(({ name, pictureId }) => [name, pictureId !== null])).toEqual([['Amara Odhiambo', true], ['نور حداد', false]]); // prettier-ignore
    expect(
      await world.database.read(AuditEntry).countBy({ chapterId: world.kenya.id, act: 'design-changed', actorId: world.amara.id }),
    ).toBe(1);

    const after = await earn(world, world.baraka, world.studies.baraka);
    const snapshot = async (code: string) => (await world.database.read(Certificate).findOneBy({ code }))!.snapshot;
    expect([(await snapshot(before.code)).design, (await snapshot(after.code)).design]).toEqual([undefined, design!.id]);
    const page = await as(world, world.baraka).get(after.address).expect(200);
    expect(page.text).toContain('Amara Odhiambo');
    expect(page.text).toContain('stroke="#7a1f2b"');
    const image = new RegExp(`src="(${after.address}/pictures/${logo}.png)"`).exec(page.text)![1]!;
    await as(world, world.baraka).get(image).expect(200);
    await as(world, world.wanjiku).get(image).expect(404);
    await as(world, world.wanjiku).get(image.replace(after.address, before.address)).expect(404);
  });

  it('stays on a certificate as it was, whatever the chapter changes later', async () => {
    const [{ id }] = (await versions()) as [CertificateDesign];
    const own = (await world.database.read(Certificate).findBy({ personId: world.baraka.id }))[0]!;
    const pdf = async () =>
      (
        await as(world, world.baraka)
          .get(`/certificates/${own.id}/certificate.pdf`)
          .buffer(true)
          .parse(whole as never)
      ).body as Buffer;
    const first = await pdf();
    expect((await readPdf(first)).lines).toEqual(expect.arrayContaining(['Amara Odhiambo', 'نور حداد']));
    expect((await send({ version: '1', ink: '#000000', name1: 'Somebody Else' })).status).toBe(303);
    expect((await versions()).map(({ number }) => number)).toEqual([1, 2]);
    expect((await pdf()).equals(first)).toBe(true);
    expect((await versions())[0]!.id).toBe(id);
  });

  it('is not overwritten by whoever saw an older version', async () => {
    const answer = await send({ version: '1', ink: '#112233' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('#112233');
    expect(await versions()).toHaveLength(2);
  });
});

function whole(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
}

describe('what a design may not be', () => {
  it.each([
    ['pale lines', { ink: '#9fb4ff' }, 'These lines have a contrast of only'],
    ['a dark paper', { paper: '#333333' }, 'On this paper the words have a contrast of only'],
    ['no colour', { ink: 'red' }, 'Choose a colour, such as #2138b4'],
    ['a role without a name', { role3: 'Trainer' }, 'Type the name of whoever signs'],
    ['a name that there is no type for', { name1: '김 민준' }, 'We have no type for: 김 민 준'],
  ])('%s', async (_, fields, said) => {
    const answer = await send({ version: '2', ...fields });
    expect(answer.status).toBe(422);
    expect(read(answer).main).toContain(said);
  });

  const png = (width: number, height: number) => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data]);
      const size = Buffer.alloc(4);
      size.writeUInt32BE(data.length);
      return Buffer.concat([size, body, Buffer.alloc(4)]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.alloc(1000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };

  it.each([
    [
      'a drawing',
      'logo.svg',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'Drawings (SVG)',
    ],
    ['a drawing that calls itself a picture', 'logo.png', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Drawings (SVG)'],
    ['another kind of file', 'logo.gif', () => Buffer.from('GIF89a…'), 'Drawings (SVG)'],
    ['a document', 'logo.pdf', () => Buffer.from('%PDF-1.7\n'), 'Drawings (SVG)'],
    ['a picture of a thousand million points', 'logo.png', () => png(40_000, 40_000), 'cannot be read, or it has too many pixels'],
    [
      'half a picture',
      'logo.png',
      async () => (await picture().png().toBuffer()).subarray(0, 120),
      'cannot be read, or it has too many pixels',
    ],
    ['a speck', 'logo.png', () => picture(2, 2).png().toBuffer(), 'cannot be read, or it has too many pixels'],
    ['more than a megabyte', 'logo.png', () => Buffer.concat([png(10, 10), Buffer.alloc(1024 * 1024)]), 'larger than 1 MB'],
  ])('a logo that is %s', async (_, name, bytes, said) => {
    const before = await world.database.read(KeptPicture).count();
    const answer = await send({ version: '2', place: 'logo', name1: 'Kept as typed' }, { name, bytes: await bytes() });
    expect(answer.status).toBe(422);
    expect(read(answer).main).toContain(said);
    expect(answer.text).toContain('value="Kept as typed"');
    expect(await world.database.read(KeptPicture).count()).toBe(before);
  });

  it('a picture that belongs nowhere, or far more than fits', async () => {
    expect((await send({ version: '2' }, { name: 'logo.png', bytes: await picture().png().toBuffer() })).status).toBe(422);
    expect((await send({ version: '2', place: 'logo' }, { name: 'logo.png', bytes: Buffer.alloc(2 * 1024 * 1024) })).status).toBe(413);
  });

  it('a picture of another chapter', async () => {
    const foreign = newId();
    await world.database.write((write) =>
      write.insert(KeptPicture, { id: foreign, chapterId: world.lebanon.id, bytes: Buffer.from('x'), addedAt: world.clock.now() }),
    );
    expect((await send({ version: '2', logo: foreign })).status).toBe(303);
    expect((await versions()).at(-1)!.logoId).toBeNull();
  });
});
