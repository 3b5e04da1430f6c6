import { Certificate } from '../../../src/certificates/certificate.entity';
import { CertificateRequest } from '../../../src/certificates/holding/certificate-request.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { post } from '../../support/knock';
import { read } from '../../support/page';
import { as } from '../../support/visitor';
import { appoint, type LearningWorld, startLearning } from '../../support/world';
import { earn } from '../finished';

let world: LearningWorld;
let held: { code: string; address: string };
let id: string;
beforeEach(async () => {
  world = await startLearning();
  held = await earn(world, world.wanjiku, world.studies.wanjiku);
  id = held.address.split('/').at(-1)!;
});
afterEach(() => world.stop());

const send = (who: Person | null, address: string, fields: Record<string, string>) =>
  post(world, address, who, new URLSearchParams({ form: newId(), ...fields }).toString());
const OTHER = { name: 'Wanjiku Njoroge', latinName: '', why: 'changed' };
const here = () => `/chapters/kenya/certificates/${id}`;
const certificates = () => world.database.read(Certificate).find({ order: { issuedAt: 'ASC' } });
/** A request that waits; fourteen days are over. */
async function waits(): Promise<CertificateRequest> {
  await world.database.write((write) => write.update(Certificate, { id }, { issuedAt: new Date('2027-01-01T00:00:00Z') }));
  expect((await send(world.wanjiku, `${held.address}/name`, OTHER)).status).toBe(303);
  return world.database.read(CertificateRequest).findOneByOrFail({ certificateId: id });
}

describe('names that are no names', () => {
  it.each([
    ['a direction turned round', 'Wanjiku \u202eKamau', 'name'],
    ['a NUL', 'Wanjiku\u0000Kamau', 'name'],
    ['121 characters', 'a'.repeat(121), 'name'],
    ['only signs', '…', 'name'],
    ['an emoji', 'Wanjiku 🌍', 'name'],
    ['letters without type', 'สมชาย', 'name'],
    ['half a character', 'Wanjiku \ud800', 'name'],
  ])('%s: 422, nothing changes', async (_, name) => {
    const answer = await send(world.wanjiku, `${held.address}/name`, { ...OTHER, name });
    expect([400, 422]).toContain(answer.status);
    expect(await certificates()).toHaveLength(1);
  });

  it('what was typed is kept, the same name is said to be the same, and Latin letters are Latin', async () => {
    const same = await send(world.wanjiku, `${held.address}/name`, { ...OTHER, name: ' Wanjiku  Kamau ' });
    expect(read(same, held.address).errors).toEqual(['This is the name that is printed already']);
    const latin = await send(world.wanjiku, `${held.address}/name`, { name: '陈美', latinName: '陈', why: 'nonsense' });
    expect(latin.status).toBe(422);
    expect(latin.text).toContain('value="陈美"');
    const rare = await send(world.wanjiku, `${held.address}/name`, { name: '陈美', latinName: 'Chen \ua7cb', why: 'unsaid' });
    expect(read(rare, held.address).errors[0]).toContain('We have no type for some of these letters');
    expect((await send(world.wanjiku, `${held.address}/name`, { ...OTHER, state: 'approved' })).status).toBe(422);
    expect(await certificates()).toHaveLength(1);
  });

  it('invisible marks are left out of the name and make no other one of it', async () => {
    const answer = await send(world.wanjiku, `${held.address}/name`, { ...OTHER, name: 'Wanjiku\u200e Kamau\u200f' });
    expect(answer.status).toBe(422);
  });
});

describe('whose it is', () => {
  it('nobody else finds anything of it, whatever they send', async () => {
    await waits();
    const gets = [held.address, `${held.address}/name`, here(), `${here()}/withdrawal`, '/chapters/kenya/certificates'];
    const posts = [`${held.address}/name`, `${held.address}/name/taking-back`, `${held.address}/visibility`];
    const lead = [`${here()}/answer`, `${here()}/renewal`, `${here()}/again`, `${here()}/withdrawal`];
    for (const who of [world.baraka, world.nour, world.mei]) {
      for (const address of gets) expect([address, (await as(world, who).get(address)).status]).toEqual([address, 404]);
      for (const address of [...posts, ...lead]) expect([address, (await send(who, address, OTHER)).status]).toEqual([address, 404]);
    }
    for (const address of [...gets.slice(2), ...lead]) expect((await as(world, world.tomas).get(address)).status).toBe(404);
    expect((await as(world, world.nour).get(`/chapters/lebanon/certificates/${id}`)).status).toBe(404);
    expect((await as(world, world.nour).get(`/chapters/lebanon/certificates?number=${held.code}`)).status).toBe(404);
    expect((await as(world, world.nour).get('/today')).text).not.toContain('/chapters/kenya');
  });

  it('a lead does not answer for herself', async () => {
    const request = await waits();
    await world.database.write((write) => write.update(Certificate, { id }, { personId: world.amara.id }));
    expect((await as(world, world.amara).get(here())).text).toContain('another lead or a steward answers');
    const answer = await send(world.amara, `${here()}/answer`, { do: 'approve', request: request.id, version: '1', answer: '' });
    expect([answer.status, (await certificates()).length]).toEqual([409, 1]);
  });
});

describe('two at once', () => {
  it('approve one request once', async () => {
    const request = await waits();
    await appoint(world, world.tomas, world.kenya, 'lead');
    const fields = { do: 'approve', request: request.id, version: '1', answer: '' };
    const answers = await Promise.all([world.amara, world.tomas, world.amara].map((who) => send(who, `${here()}/answer`, fields)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect((await certificates()).map(({ name }) => name)).toEqual(['Wanjiku Kamau', 'Wanjiku Njoroge']);
  });

  it('the same form sent again leads to where it led', async () => {
    const fields = { form: newId(), ...OTHER };
    const [first, second] = [
      await send(world.wanjiku, `${held.address}/name`, fields),
      await send(world.wanjiku, `${held.address}/name`, fields),
    ];
    expect([first.status, second.status, second.headers['location']]).toEqual([303, 303, first.headers['location']]);
    expect(await certificates()).toHaveLength(2);
  });

  it('correct one certificate once: the later one is told that it is replaced', async () => {
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => send(world.wanjiku, `${held.address}/name`, { ...OTHER, name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await certificates()).toHaveLength(2);
  });

  it('withdraw and correct: one of the two', async () => {
    const withdrawal = { reason: 'error', note: '', sure: 'yes' };
    const answers = await Promise.all([
      send(world.amara, `${here()}/withdrawal`, withdrawal),
      send(world.wanjiku, `${held.address}/name`, OTHER),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const first = (await certificates()).find(({ code }) => code === held.code);
    expect([first!.withdrawnAt, first!.replacedAt].filter(Boolean)).toHaveLength(1);
  });
});

describe('what is over', () => {
  it('one that was replaced is not corrected, withdrawn or renewed', async () => {
    await send(world.wanjiku, `${held.address}/name`, OTHER);
    for (const answer of [
      await send(world.wanjiku, `${held.address}/name`, { ...OTHER, name: 'Again' }),
      await send(world.amara, `${here()}/withdrawal`, { reason: 'error', note: '', sure: 'yes' }),
      await send(world.amara, `${here()}/renewal`, {}),
      await send(world.amara, `${here()}/again`, {}),
      await send(world.wanjiku, `${held.address}/visibility`, { shown: 'show' }),
    ]) {
      expect(answer.status).toBe(409);
    }
    expect(await certificates()).toHaveLength(2);
  });

  it('alone she corrects twice, and not a third time', async () => {
    let address = held.address;
    for (const name of ['One', 'Two']) address = (await send(world.wanjiku, `${address}/name`, { ...OTHER, name })).headers['location']!;
    expect((await send(world.wanjiku, `${address}/name`, { ...OTHER, name: 'Three' })).headers['location']).toBe(address);
    expect(await certificates()).toHaveLength(3);
    expect(await world.database.read(CertificateRequest).countBy({ state: 'waiting' })).toBe(1);
    expect((await send(world.wanjiku, `${address}/name`, { ...OTHER, name: 'Four' })).status).toBe(409);
  });
});
