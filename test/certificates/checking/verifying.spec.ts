import { Certificate } from '../../../src/certificates/certificate.entity';
import { newCode } from '../../../src/certificates/code';
import { open, read } from '../../support/page';
import { submit } from '../../support/submit';
import { contents } from '../../support/tables';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { earn } from '../finished';

let world: LearningWorld;
let code: string;

beforeAll(async () => {
  world = await startLearning();
  ({ code } = await earn(world, world.wanjiku, world.studies.wanjiku));
  await world.database.write((write) => write.update(Certificate, { code }, { nameHidden: false }));
});
afterAll(() => world.stop());
beforeEach(() => world.clock.advance({ minutes: 2 })); // misses of another test are forgiven

describe('checking a certificate', () => {
  it('shows a stranger what it says and that it holds', async () => {
    const page = await open(stranger(world), `/verify/${code}`);
    expect(page.heading).toBe('This certificate is genuine');
    for (const row of [
      'Name Wanjiku Kamau',
      'Programme Taking part in Internet governance',
      'Chapter Kenya',
      'Cohort Nairobi, March',
      `Number ${code}`,
    ]) {
      expect(page.rows(row)).toHaveLength(1);
    }
    expect(page.rows('Quizzes, each passed with 70% or more')).toEqual(['Quizzes, each passed with 70% or more 1 of 1']);
    expect(page.main).toMatch(
      /It is valid: its signature is good, and it has not been withdrawn\. Checked just now, 1 March 2027 at 09:\d\d UTC\./,
    );
  });

  it('is kept out of search engines, and tells no other site where somebody was', async () => {
    for (const address of [`/verify/${code}`, `/verify/${newCode()}`]) {
      const { headers } = await stranger(world).get(address);
      expect(headers['x-robots-tag']).toMatch(/^noindex/);
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('leads from the form to the certificate', async () => {
    const visitor = stranger(world);
    const page = await submit(visitor, await open(visitor, '/verify'), 'Check', {
      'Number of the certificate': code.toLowerCase().replaceAll('-', ' '),
    });
    expect(page.address).toBe(`/verify/${code}`);
    expect(page.heading).toBe('This certificate is genuine');
  });

  it('says that it was withdrawn, when it was', async () => {
    const { code: other } = await earn(world, world.baraka, world.studies.baraka);
    await world.database.write((write) => write.update(Certificate, { code: other }, { withdrawnAt: world.clock.now() }));
    const page = await open(stranger(world), `/verify/${other}`);
    expect(page.heading).toBe('This certificate was withdrawn');
    expect(page.main).toContain('The issuer withdrew it on 1 March 2027. It is no longer valid.');
    expect(page.main).not.toContain('genuine');
  });

  it('is the same for somebody who is signed in', async () => {
    expect((await open(as(world, world.mei), `/verify/${code}?language=en`)).heading).toBe('This certificate is genuine');
  });
});

describe('a number typed another way', () => {
  const ways = (): [string, string][] => [
    ['small letters', code.toLowerCase()],
    ['no dashes', code.replaceAll('-', '')],
    ['spaces', code.replaceAll('-', ' ')],
    ['Arabic digits', code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))],
    ['full width', code.replace(/[0-9A-Z]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0))],
    ['O for 0, l for 1', code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ];

  it('leads to its one address, from the form and from the address itself', async () => {
    for (const [way, typed] of ways()) {
      const asked = encodeURIComponent(typed);
      const fromForm = await stranger(world).get(`/verify?code=${asked}`);
      expect([way, fromForm.status, fromForm.headers['location']]).toEqual([way, 303, `/verify/${code}`]);
      if (typed === code) continue;
      const direct = await stranger(world).get(`/verify/${asked}`);
      expect([way, direct.status, direct.headers['location']]).toEqual([way, 303, `/verify/${code}`]);
    }
  });

  it('that can be none gets a sentence, and is kept', async () => {
    const answer = await stranger(world).get('/verify?code=7Q4M-K2X').expect(422);
    const page = read(answer, '/verify');
    expect(page.errors).toEqual(['A certificate number has 16 letters and digits, such as 7Q4M-K2XW-9TRD-5HCN. Check what you typed.']);
    expect(page.field('Number of the certificate').value).toBe('7Q4M-K2X');
    await stranger(world).get('/verify?code=').expect(422);
    await stranger(world).get('/verify?code=a&code=b').expect(200);
  });
});

describe('a number that does not exist', () => {
  it('is said to be none, and what was typed is kept', async () => {
    const before = await contents(world.database, ['failed_tries']);
    for (const typed of [newCode(), 'CH-7K2M', '<script>', '7'.repeat(5000), '%00']) {
      const page = read(
        await stranger(world)
          .get(`/verify/${encodeURIComponent(typed)}`)
          .expect(404),
        '/verify/x',
      );
      expect(page.heading).toBe('No certificate with this number');
      expect(page.main).toContain('Check O and 0, I and 1.');
      expect(page.field('Number of the certificate').value).toBe(typed.slice(0, 100));
    }
    expect(await contents(world.database, ['failed_tries'])).toEqual(before);
  });

  it('can be tried twenty times a minute from one address, then everybody there has to wait', async () => {
    for (let i = 0; i < 20; i++) await stranger(world).get(`/verify/${newCode()}`).expect(404);
    const answer = await stranger(world).get(`/verify/${newCode()}`).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(read(answer).main).toContain('Wait one minute, then try again.');
    await stranger(world).get(`/verify/${code}`).expect(429);
    world.clock.advance({ seconds: 60 });
    await stranger(world).get(`/verify/${code}`).expect(200);
    await stranger(world).get(`/verify/${newCode()}`).expect(404);
  });

  it('costs nothing to those who check numbers that exist', async () => {
    for (let i = 0; i < 60; i++) await stranger(world).get(`/verify/${code}`).expect(200);
  });
});
