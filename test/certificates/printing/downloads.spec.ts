import sharp from 'sharp';
import { Certificate } from '../../../src/certificates/certificate.entity';
import { dropped } from '../../../src/certificates/checking/dropped';
import { newId } from '../../../src/kernel/identifier';
import { read } from '../../support/page';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { earn } from '../finished';
import { readPdf } from './print-shop';

let world: LearningWorld;
let wanjikus: { code: string; address: string };
let yusufs: { code: string; address: string };
const FILES = ['certificate.pdf', 'badge.png', 'badge.svg', 'picture.png'];

beforeAll(async () => {
  world = await startLearning();
  world.clock.set('2027-03-01T22:30:00Z'); // already the next day in Nairobi
  wanjikus = await earn(world, world.wanjiku, world.studies.wanjiku);
  yusufs = await earn(world, world.yusuf, world.studies.yusuf, 'يوسف خوري');
});
afterAll(() => world.stop());

type Parser = Parameters<ReturnType<ReturnType<typeof as>['get']>['parse']>[0];
const fetched = async (visitor: ReturnType<typeof as>, address: string) =>
  visitor
    .get(address)
    .buffer(true)
    .parse(bytes as unknown as Parser);
function bytes(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
}

describe('what a holder can take along', () => {
  it('is the certificate as a PDF: in their language, by the days of their cohort, with the signed credential', async () => {
    const answer = await fetched(as(world, world.wanjiku), `${wanjikus.address}/certificate.pdf`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pdf = await readPdf(answer.body as Buffer);
    expect(pdf.heading).toBe('Wanjiku Kamau');
    expect(pdf.lines).toEqual(expect.arrayContaining(['2 March 2027', 'Kenya', 'Nairobi, March', wanjikus.code]));
    expect(pdf.links[0]).toBe(`${world.address}/verify/${wanjikus.code}`);
    const { credential } = (await world.database.read(Certificate).findOneBy({ code: wanjikus.code }))!;
    expect(pdf.attachments.map(({ content }) => Buffer.from(content, 'base64').toString())).toEqual(credential ? [credential] : []);
  });

  it('is a file with a name in any script, for their own device only, that costs nothing when it has not changed', async () => {
    const yusuf = as(world, world.yusuf);
    const { headers } = await fetched(yusuf, `${yusufs.address}/certificate.pdf`);
    expect(headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('يوسف خوري – المشاركة في حوكمة الإنترنت.pdf')}`,
    );
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[ -~]+"/);
    expect(headers['cache-control']).toBe('private, no-cache');
    await yusuf.get(`${yusufs.address}/certificate.pdf`).set('if-none-match', headers['etag']!).expect(304);
    const french = await fetched(yusuf, `${yusufs.address}/certificate.pdf?language=fr`);
    expect((await readPdf(french.body as Buffer)).language).toBe('fr');
  });

  it('is a badge, as PNG and SVG, with the credential in it', async () => {
    const { credential } = (await world.database.read(Certificate).findOneBy({ code: wanjikus.code }))!;
    const png = (await fetched(as(world, world.wanjiku), `${wanjikus.address}/badge.png`)).body as Buffer;
    const { width, height, format } = await sharp(png).metadata();
    expect([width, height, format]).toEqual([600, 600, 'png']);
    const svg = ((await fetched(as(world, world.wanjiku), `${wanjikus.address}/badge.svg`)).body as Buffer).toString();
    expect(svg).toContain('<title>Taking part in Internet governance</title>');
    for (const baked of [png, Buffer.from(svg)]) expect(dropped(baked)).toEqual({ document: JSON.parse(credential!) as object });
  });

  it('is a picture for sharing, 1200 by 630, without a name where the name is hidden', async () => {
    const picture = async () => (await fetched(as(world, world.yusuf), `${yusufs.address}/picture.png`)).body as Buffer;
    const hide = (nameHidden: boolean) => world.database.write((write) => write.update(Certificate, { code: yusufs.code }, { nameHidden }));
    await hide(false);
    const shown = await picture();
    const { width, height, format } = await sharp(shown).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    await hide(true);
    expect((await picture()).equals(shown)).toBe(false);
    const { headers } = await as(world, world.yusuf).get(`${yusufs.address}/picture.png`).expect(200);
    expect(decodeURIComponent(headers['content-disposition']!)).not.toContain('يوسف');
  });

  it('is nobody else’s: as if it were not there', async () => {
    for (const file of FILES) {
      const missing = await as(world, world.mei).get(`/certificates/${newId()}/${file}`).expect(404);
      expect((await as(world, world.mei).get(`${wanjikus.address}/${file}`).expect(404)).text).toBe(missing.text);
      await as(world, world.amara).get(`${wanjikus.address}/${file}`).expect(404);
      await stranger(world).get(`${wanjikus.address}/${file}`).expect(303);
    }
  });

  it('is no longer printed when it was withdrawn or replaced', async () => {
    for (const gone of [{ withdrawnAt: world.clock.now() }, { withdrawnAt: null, replacedAt: world.clock.now() }]) {
      await world.database.write((write) => write.update(Certificate, { code: wanjikus.code }, gone));
      for (const file of FILES) {
        const page = read(await as(world, world.wanjiku).get(`${wanjikus.address}/${file}`).expect(409));
        expect(page.heading).toBe('This certificate is no longer valid');
      }
    }
  });
});
