import { strFromU8, unzipSync } from 'fflate';
import { Credentials } from '../../../src/certificates/credentials/credentials.service';
import { open } from '../../support/page';
import { submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { earn } from '../finished';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

describe('everything that somebody holds', () => {
  it('comes as one archive: each certificate with its files, and a page that needs no site', async () => {
    const wanjiku = as(world, world.wanjiku);
    const first = await earn(world, world.wanjiku, world.studies.wanjiku, 'Wanjiku <b>Kamua</b>'.replaceAll(/[<>/]/g, ''));
    const asked = await open(wanjiku, `${first.address}/name`);
    await submit(wanjiku, asked, 'Correct it now', {
      'The name as it should be printed': 'Wanjiku “Shiku” Kamau',
      'Why?': 'It is misspelt',
    });
    const { body, headers } = await wanjiku.get('/certificates/everything.zip').buffer(true).responseType('blob').expect(200);
    expect(headers['content-type']).toBe('application/zip');
    const files = unzipSync(new Uint8Array(body as Buffer));
    const second = Object.keys(files)
      .find((path) => path.endsWith('.pdf'))!
      .split('/')[0]!;
    expect(Object.keys(files).sort()).toEqual(
      [
        'index.html',
        `${first.code}/credential.json`,
        `${first.code}/credential.jwt`,
        ...['badge.png', 'badge.svg', 'certificate.pdf', 'credential.json', 'credential.jwt'].map((name) => `${second}/${name}`),
      ].sort(),
    );
    const page = strFromU8(files['index.html']!);
    expect(page).toContain('Wanjiku “Shiku” Kamau');
    expect(page).toContain(`href="${second}/certificate.pdf"`);
    expect(page).not.toMatch(/src=|<script|http-equiv/);
    const credentials = world.app.get(Credentials, { strict: false });
    const verdict = async (code: string) =>
      (await credentials.check(JSON.parse(strFromU8(files[`${code}/credential.json`]!)), world.clock.now())).verdict;
    expect([await verdict(first.code), await verdict(second)]).toEqual(['revoked', 'valid']);
    const { verdict: ofToken } = await credentials.checkJwt(strFromU8(files[`${second}/credential.jwt`]!), world.clock.now());
    expect(ofToken).toBe('valid');
    expect(strFromU8(files[`${second}/certificate.pdf`]!.slice(0, 5))).toBe('%PDF-');
  });

  it('is nobody else’s, and nothing for whoever holds none', async () => {
    await stranger(world).get('/certificates/everything.zip').expect(303);
    const { body } = await as(world, world.mei).get('/certificates/everything.zip').buffer(true).responseType('blob').expect(200);
    expect(Object.keys(unzipSync(new Uint8Array(body as Buffer)))).toEqual(['index.html']);
    expect((await open(as(world, world.mei), '/certificates?language=en')).offers('Download all of them (ZIP)')).toBe(false);
  });
});
