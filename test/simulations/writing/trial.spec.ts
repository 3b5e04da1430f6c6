import type { Draft } from '../../../src/simulations/writing/draft';
import { roomIn } from '../../../src/simulations/writing/trying/trial';
import { read } from '../../support/page';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { sampleScenario, withRole } from '../sample-scenario';
import { draftIn } from './drafts';
import { draftOfMast } from './mast';

type Begun = Omit<Draft, 'slug'>;

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

/** Looks until scripts have played to the end. */
async function played(address: string): Promise<string> {
  for (let looks = 0; looks < 100; looks++) {
    const { text } = await as(world, world.tomas).get(address).expect(200);
    if (!text.includes('http-equiv="refresh"')) return text;
    expect(text).toContain('Scripts are playing');
  }
  throw new Error('Nobody stops playing');
}

/** In another language, by the address, for this look alone. */
async function inLanguage(language: string, address: string): Promise<string> {
  return (await as(world, world.tomas).get(`${address}&language=${language}`).expect(200)).text;
}

describe('a trainer lets scripts play a draft', () => {
  it('and reads how each role fares, and a whole table that was played', async () => {
    const { address } = await draftIn(world, world.kenya, 'exchange-point-peering', (begun: Begun) => ({
      ...begun,
      structure: { ...begun.structure, roles: begun.structure.roles.map((role) => ({ ...role, playable: role.key === 'providers' })) },
    }));
    const before = await as(world, world.tomas).get(`${address}/trial`).expect(200);
    expect(before.text).toContain('Start playing');
    const text = await played(`${address}/trial?edition=1`);
    expect(text).toContain('There is room for an agreement, and not too much of it.');
    for (const words of ['Says nothing', 'Whole packages', 'Worth playing']) expect(text).toContain(words);
    const record = await as(world, world.tomas).get(`${address}/trial/record?edition=1`).expect(200);
    expect(record.text).toContain('played well, it ended in an agreement');
    const lines = record.text.split('<ol class="rows top">')[1]!.split('<li>').length - 1;
    expect(lines).toBe(30);
    expect(record.text).toContain('Page 1 of ');
    await as(world, world.tomas).get(`${address}/trial/record?edition=1&page=2`).expect(200);
    expect(record.text).toContain('Because the text was worth');
    expect(text).toContain('Worth most to all of them together');
    for (const language of ['fr', 'es', 'pt', 'ru', 'ar', 'zh']) {
      const there = await inLanguage(language, `${address}/trial?edition=1`);
      expect([there.includes(`<html lang="${language}"`), there.includes('Worth playing')]).toEqual([true, false]);
      expect(await inLanguage(language, `${address}/trial/record?edition=1`)).toContain(`<html lang="${language}"`);
    }
    for (const page of ['0', '99', 'x', '']) await as(world, world.tomas).get(`${address}/trial/record?edition=1&page=${page}`).expect(404);
  });

  it('what has errors is not played; it says what to mend, and where', async () => {
    const { address } = await draftIn(world, world.kenya, 'exchange-point-peering', (begun: Begun) => {
      const { 'roles.chair.brief': _, ...texts } = begun.texts;
      return { ...begun, texts };
    });
    for (const at of ['trial', 'trial?edition=1']) {
      const { text } = await as(world, world.tomas).get(`${address}/${at}`).expect(200);
      expect(text).toContain('A draft with errors cannot be played. Mend this first:');
      expect(text).toContain(`href="${address}/roles/chair"`);
      expect(text).toContain('The confidential brief is missing.');
      expect(text).not.toContain('Start playing');
    }
    await as(world, world.tomas).get(`${address}/trial/record?edition=1`).expect(303).expect('location', `${address}/trial`);
  });

  it('another edition than the present one leads to the present one', async () => {
    const { address } = await draftIn(world, world.kenya, 'exchange-point-peering');
    for (const edition of ['2', '0', '', 'x', '1.0']) {
      await as(world, world.tomas).get(`${address}/trial?edition=${edition}`).expect(303).expect('location', `${address}/trial`);
      await as(world, world.tomas).get(`${address}/trial/record?edition=${edition}`).expect(303);
    }
    await as(world, world.tomas).get(`${address}/trial?edition=1&edition=1`).expect(303);
  });

  it('where nobody can play alone there is nothing to try', async () => {
    const { address } = await draftIn(world, world.kenya, 'exchange-point-peering', (begun: Begun) => ({
      ...begun,
      structure: {
        ...begun.structure,
        modes: ['live'],
        roles: begun.structure.roles.map((role) => ({ ...role, playable: false })),
      },
    }));
    const { text } = await as(world, world.tomas).get(`${address}/trial?edition=1`).expect(200);
    expect(read(text).title).toContain('Tried by scripts');
    expect(text).toContain('No role with a script can be played alone');
  });

  it('nobody but the team of its chapter', async () => {
    const { address } = await draftIn(world, world.kenya, 'exchange-point-peering');
    for (const at of ['trial', 'trial?edition=1', 'trial/record?edition=1']) {
      for (const person of [world.nour, world.wanjiku]) await as(world, person).get(`${address}/${at}`).expect(404);
    }
  });
});

describe('how much there is on which everybody could agree', () => {
  it('in the sample', () => {
    expect(roomIn(sampleScenario())).toEqual({ texts: 72, acceptable: 10, best: expect.anything(), hardest: null, easiest: null });
  });

  it('nothing, because one role asks for too much: that role is named', () => {
    const plain = sampleScenario();
    const { script } = plain.roles.find(({ key }) => key === 'ministry')!;
    const stubborn = withRole(plain, 'ministry', { script: { ...script!, aspiration: 100, reservation: 100 } });
    const { acceptable, hardest } = roomIn(stubborn);
    expect([acceptable, hardest?.role]).toEqual([0, 'ministry']);
    expect(hardest!.without).toBeGreaterThan(9);
  });

  it('nothing, because several do: nobody is named', () => {
    const plain = sampleScenario();
    const all = { ...plain, roles: plain.roles.map((role) => ({ ...role, script: role.script && { ...role.script, reservation: 1000 } })) };
    expect(roomIn(all)).toEqual({ texts: 72, acceptable: 0, best: null, hardest: null, easiest: null });
  });

  it('too much, because nobody asks for anything: who asks for least is named', () => {
    const plain = sampleScenario();
    const all = {
      ...plain,
      roles: plain.roles.map((role) => ({ ...role, script: role.script && { ...role.script, reservation: -1000, red: [] } })),
    };
    const { acceptable, easiest } = roomIn(all);
    expect([acceptable, easiest?.texts]).toEqual([72, 72]);
  });

  it('where no role has a script, everything', () => {
    const { structure } = draftOfMast((it) => it.roles.forEach((role: { script: unknown }) => (role.script = null)));
    expect(roomIn(structure)).toMatchObject({ hardest: null, easiest: null });
  });
});
