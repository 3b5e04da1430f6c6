import { Certificate } from '../../src/certificates/certificate.entity';
import { Chapter } from '../../src/chapters/chapter.entity';
import { Cohort } from '../../src/cohorts/cohort.entity';
import { ContentTranslation } from '../../src/content/content-translation.entity';
import { newId } from '../../src/kernel/identifier';
import { Person } from '../../src/people/person.entity';
import { rosette } from '../../src/web/pictures/rosette';
import { open, read } from '../support/page';
import { as, stranger } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';
import { earn, showName } from './finished';

let world: LearningWorld;
let wanjikus: { code: string; address: string };
let yusufs: { code: string; address: string };
let meis: { code: string; address: string };

beforeAll(async () => {
  world = await startLearning();
  world.clock.set('2027-03-01T22:30:00Z'); // already the next day in Nairobi
  wanjikus = await earn(world, world.wanjiku, world.studies.wanjiku);
  yusufs = await earn(world, world.yusuf, world.studies.yusuf, 'يوسف خوري');
  meis = await earn(world, world.mei, world.studies.mei, '陈美');
  for (const { code } of [wanjikus, yusufs, meis]) await showName(world, code);
});
afterAll(() => world.stop());

describe("one's own certificates", () => {
  it('are listed, each with its number', async () => {
    const page = await open(as(world, world.wanjiku), '/certificates');
    expect(page.rows('Taking part in Internet governance')).toHaveLength(1);
    expect(page.main).toContain(wanjikus.code);
    expect(page.link('Taking part in Internet governance')).toBe(wanjikus.address);
  });

  it('are none at first, and the page says when there will be one', async () => {
    const page = await open(as(world, world.baraka), '/certificates');
    expect(page.main).toContain('No certificates yet');
  });

  it('are found by nobody else: as if they were not there', async () => {
    const missing = await as(world, world.mei).get(`/certificates/${newId()}`).expect(404);
    const foreign = await as(world, world.mei).get(wanjikus.address).expect(404);
    expect(foreign.text).toBe(missing.text);
    await as(world, world.amara).get(wanjikus.address).expect(404);
    await as(world, world.mei).get('/certificates/anything').expect(404);
    await stranger(world).get(wanjikus.address).expect(303);
  });
});

describe('a certificate', () => {
  it('says whose it is, for what, from whom, when, and what it took', async () => {
    const page = await open(as(world, world.wanjiku), wanjikus.address);
    for (const said of [
      'Wanjiku Kamau',
      'for completing Taking part in Internet governance',
      'One module · 6 lessons read · One quiz passed with 70% or more',
      'Kenya',
      'Nairobi, March',
      '2 March 2027',
      'About 45 minutes of work',
      `${wanjikus.code} Check it at ${world.address.replace('http://', '')}/verify`,
    ]) {
      expect(page.main).toContain(said);
    }
    expect(page.link('Public page')).toBe(`/verify/${wanjikus.code}`);
  });

  it('carries the rosette of its number, the same as the public page', async () => {
    const petals = /<path id="\w+a"[^>]*>/.exec(rosette(wanjikus.code))![0];
    expect((await as(world, world.wanjiku).get(wanjikus.address)).text).toContain(petals);
    expect((await stranger(world).get(`/verify/${wanjikus.code}`)).text).toContain(petals);
  });

  it.each([
    ['ar', 'rtl', 'المشاركة في حوكمة الإنترنت'],
    ['zh', 'ltr', '参与互联网治理'],
    ['ru', 'ltr', 'Участие в управлении интернетом'],
  ])('can be read in %s', async (language, direction, title) => {
    const page = await open(as(world, world.wanjiku), `${wanjikus.address}?language=${language}`);
    expect([page.language, page.direction]).toEqual([language, direction]);
    expect(page.main).toContain(title);
    expect(page.main).toContain('Wanjiku Kamau');
  });

  it('prints Arabic and Chinese names exactly, in NFC', async () => {
    for (const [person, { address, code }, name] of [
      [world.yusuf, yusufs, 'يوسف خوري'],
      [world.mei, meis, '陈美'],
    ] as const) {
      expect((await as(world, person).get(address)).text).toContain(`<p class="cert-name"><bdi>${name}</bdi></p>`);
      expect((await stranger(world).get(`/verify/${code}`)).text).toContain(`<bdi>${name}</bdi>`);
    }
  });

  it('has no e-mail address and no id of anybody on it but its own', async () => {
    for (const answer of [await as(world, world.wanjiku).get(wanjikus.address), await stranger(world).get(`/verify/${wanjikus.code}`)]) {
      expect(answer.text).not.toContain('@');
      const ids = answer.text
        .split('<main')[1]!
        .split('</main>')[0]!
        .replace(/name="form" value="[^"]*"/g, '');
      const own = wanjikus.address.split('/').at(-1)!;
      expect(ids.replaceAll(own, '')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    }
  });

  it('counts longer work in hours, and speaks of no quiz when there was none', async () => {
    const { snapshot } = (await world.database.read(Certificate).findOneBy({ code: yusufs.code }))!;
    const longer = { ...snapshot, minutes: 95, quizzes: 0, passMark: null };
    await world.database.write((write) => write.update(Certificate, { code: yusufs.code }, { snapshot: longer }));
    const pages = [
      await open(as(world, world.yusuf), `${yusufs.address}?language=en`),
      await open(stranger(world), `/verify/${yusufs.code}?language=en`),
    ];
    for (const page of pages) {
      expect(page.main).toContain('About 2 hours of work');
      expect(page.main).not.toMatch(/quiz/i);
    }
  });

  it('sets long names in smaller type, so that one sheet holds them', async () => {
    const classes = async (name: string) => {
      await world.database.write((write) => write.update(Certificate, { code: yusufs.code }, { name }));
      const { text } = await as(world, world.yusuf).get(yusufs.address);
      return /<p class="([^"]+)"><bdi>/.exec(text)![1];
    };
    expect(await classes('Yusuf Khoury')).toBe('cert-name');
    expect(await classes('Maria Fernanda dos Santos Oliveira')).toBe('big gap-s');
    expect(await classes('A'.repeat(120))).toBe('t2 gap-s');
  });

  it('does not change when anything it came from is renamed', async () => {
    const before = read(await stranger(world).get(`/verify/${wanjikus.code}`).expect(200)).main;
    await world.database.write(async (write) => {
      await write.update(Person, { id: world.wanjiku.id }, { name: 'Renamed' });
      await write.update(Chapter, { id: world.kenya.id }, { name: 'Renamed' });
      const { id } = (await world.database.read(Cohort).findOneBy({ id: world.cohort.id }))!;
      await write.changeAt(Cohort, { id, version: 1 }, { name: 'Renamed', zone: 'Pacific/Auckland' });
      const words = await world.database.read(ContentTranslation).findBy({ kind: 'programme', slug: 'taking-part' });
      for (const { id: words_id } of words) await write.update(ContentTranslation, { id: words_id }, { texts: {} });
    });
    expect(read(await stranger(world).get(`/verify/${wanjikus.code}`).expect(200)).main).toBe(before);
    expect((await stranger(world).get(`/verify/${wanjikus.code}?language=ar`)).text).toContain('المشاركة في حوكمة الإنترنت');
    expect((await as(world, world.wanjiku).get(wanjikus.address)).text).not.toContain('cert-name"><bdi>Renamed');
  });

  it('is taken along as a picture, too; while it is not signed, its page says that the signed files follow', async () => {
    const own = async () => open(as(world, world.yusuf), `${yusufs.address}?language=en`);
    const said = 'It is not signed yet. The signed files follow within the hour.';
    const signed = await own();
    expect(signed.links.some(({ address }) => address === `${yusufs.address}/picture.png`)).toBe(true);
    expect(signed.main).not.toContain(said);
    const { credential } = (await world.database.read(Certificate).findOneBy({ code: yusufs.code }))!;
    await world.database.write((write) => write.update(Certificate, { code: yusufs.code }, { credential: null }));
    const page = await own();
    expect(page.main).toContain(said);
    expect(page.links.filter(({ address }) => address.endsWith('credential.json'))).toEqual([]);
    await world.database.write((write) => write.update(Certificate, { code: yusufs.code }, { credential }));
  });

  it('says on its own page that it was withdrawn', async () => {
    await world.database.write((write) => write.update(Certificate, { code: meis.code }, { withdrawnAt: world.clock.now() }));
    const mei = as(world, world.mei);
    expect((await open(mei, `${meis.address}?language=en`)).main).toContain('This certificate was withdrawn on 2 March 2027.');
    expect((await open(mei, '/certificates?language=en')).main).toContain('Withdrawn');
  });
});
