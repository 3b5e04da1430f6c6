import { Certificate } from '../../src/certificates/certificate.entity';
import { earn } from '../certificates/finished';
import { answered } from '../certificates/checking/bring';
import { attached, pdf } from '../certificates/checking/files';
import { open, type Page } from '../support/page';
import { submit } from '../support/submit';
import { stranger } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

/** Somebody who hires people has a paper in one hand and a file in the other, and has never heard of us. */
describe('a stranger checks a certificate', () => {
  let world: LearningWorld;
  let code: string;
  let certificate: Certificate;
  let page: Page;
  beforeAll(async () => {
    world = await startLearning();
    ({ code } = await earn(world, world.wanjiku, world.studies.wanjiku));
    certificate = await world.database.read(Certificate).findOneByOrFail({ code });
  });
  afterAll(() => world.stop());

  it('types the number that is printed, in small letters', async () => {
    const visitor = stranger(world);
    page = await open(visitor, '/');
    page = await open(visitor, page.link('Check a certificate'));
    page = await submit(visitor, page, 'Check', { 'Number of the certificate': code.toLowerCase() });
    expect(page.heading).toBe('This certificate is genuine');
  });

  it('reads everything that the paper says but the name, which its holder has not shown, and who is behind it', () => {
    expect(page.html).not.toContain('Wanjiku');
    for (const row of ['Programme Taking part in Internet governance', 'Chapter Kenya', 'Cohort Nairobi, March'])
      expect(page.rows(row)).toHaveLength(1);
    expect(page.main).toContain('The signature: every word is as it was signed.');
    expect(page.main).toContain(`It must say ${new URL(world.address).host}`);
  });

  it('types the name that is printed, and learns that it is the one', async () => {
    const compared = await submit(stranger(world), page, 'Compare', { 'Name printed on the certificate': 'wanjiku kamau' });
    expect(compared.main).toContain('Yes, this is the name that is printed on the certificate.');
  });

  it('brings the PDF itself, and it says the same', async () => {
    const shown = await answered(world, pdf(attached(certificate.credential!)), 'certificate.pdf');
    expect(shown.heading).toBe('This certificate is genuine');
    expect(shown.rows('Name Wanjiku Kamau')).toHaveLength(1);
  });

  it('finds out that somebody put another name into the file', async () => {
    const forged = certificate.credential!.replace('Wanjiku Kamau', 'Somebody Else');
    const shown = await answered(world, pdf(attached(forged)), 'certificate.pdf');
    expect(shown.heading).toBe('This is not what we issued');
    expect(shown.main).not.toContain('Somebody Else');
  });

  it('is told in Arabic, too', async () => {
    const shown = await open(stranger(world), `/verify/${code}?language=ar`);
    expect([shown.heading, shown.direction]).toEqual(['هذه الشهادة أصلية', 'rtl']);
  });
});
