import { Studies } from '../../src/cohorts/enrolment/studies.service';
import type { Cohort } from '../../src/cohorts/cohort.entity';
import { Content } from '../../src/content/content.service';
import { compile } from '../../src/content/folders/folder';
import { newId } from '../../src/kernel/identifier';
import { Weights } from '../../src/modules/weights.service';
import { SCENARIO } from '../content/sample-scenario';
import { changed, MODULE, PROGRAMME } from '../content/samples';
import { all, textOf } from '../support/html';
import { open, read } from '../support/page';
import { as, stranger } from '../support/visitor';
import { enrol, invitationTo, openCohort, startWorld, type World } from '../support/world';

let world: World;
let cohort: Cohort;
let enrolment: string;

/** A programme of one module: a lesson, then a table in the village. */
beforeAll(async () => {
  world = await startWorld();
  const module = changed(MODULE, 'module.yml', 'kind: quiz, quiz: rough-consensus', 'kind: simulation, scenario: village-mast');
  const named = { ...changed(module, 'en/module.yml', 'Quiz: deciding', 'A table in the village') };
  const packages = [compile('scenario', SCENARIO), compile('module', named), compile('programme', PROGRAMME)];
  await world.database.write(async (write) => {
    for (const { document } of packages) await content().publish(write, document!, world.clock.now());
  });
  cohort = await openCohort(world, world.kenya, { name: 'Nairobi, March' });
  enrolment = await enrol(world, world.wanjiku, cohort);
});
afterAll(() => world.stop());

const content = () => world.app.get(Content, { strict: false });
const TABLE = () => `/simulations/${enrolment}/rough-consensus/quiz`;
const learning = () => open(as(world, world.wanjiku), '/learning');

async function finish(...steps: string[]): Promise<void> {
  const studies = world.app.get(Studies, { strict: false });
  for (const step of steps) {
    const study = (await studies.of(world.wanjiku))[0]!;
    await world.database.write((write) => studies.finish(write, study, `step:rough-consensus/${step}`, world.clock.now()));
  }
}

describe('a module with a simulation', () => {
  it('pins the scenario with the cohort', async () => {
    const latest = await content().latest({ kind: 'scenario', slug: 'village-mast' });
    expect(cohort.pins['scenario:village-mast']).toBe(latest!.id);
  });

  it('keeps the pin when the scenario changes', async () => {
    const { document } = compile('scenario', changed(SCENARIO, 'scenario.yml', 'minute: 2', 'minute: 3'));
    const id = await world.database.write((write) => content().publish(write, document!, world.clock.now()));
    const later = await openCohort(world, world.kenya, { name: 'Nairobi, April' });
    expect(later.pins['scenario:village-mast']).toBe(id);
    expect(cohort.pins['scenario:village-mast']).not.toBe(id);
  });

  it('is said on the invitation', async () => {
    const page = await open(stranger(world), await invitationTo(world, cohort));
    expect(page.main).toContain('1 lesson and no quiz, then a certificate that anyone can check');
    expect(page.main).toContain('One role-play, in which you take a seat at the table');
  });

  it('weighs its words and its pages, but only one of its briefs', async () => {
    const weigh = (files: Record<string, string>) => {
      const step = { key: 'quiz', kind: 'simulation' as const, minutes: 15, scenario: 'village-mast' };
      return world.database
        .write((write) => content().publish(write, compile('scenario', files).document!, world.clock.now()))
        .then((id) => world.app.get(Weights, { strict: false }).ofStep({ 'scenario:village-mast': id }, 'rough-consensus', step, 'en'));
    };
    const noise = Array.from({ length: 300 }, (_, index) => (index * 7919 + 13).toString(36)).join(' ');
    const usual = await weigh(SCENARIO);
    expect(usual).toBeGreaterThan(30_000);
    expect(await weigh(changed(SCENARIO, 'en/briefs/shop.md', 'You sell', noise))).toBe(usual);
    expect(await weigh(changed(SCENARIO, 'en/briefs/council.md', 'You were', noise))).toBeGreaterThan(usual + 500);
  });

  it('is closed until its lessons are done, and then at hand', async () => {
    const closed = await learning();
    expect(closed.main).toContain('A table in the village');
    expect(closed.html).not.toContain(TABLE());
    await finish('objections');
    const page = await learning();
    const go = [...all(page.root, 'a')].find((link) => textOf(link) === 'Take a seat at the table');
    expect(go!.attributes['href']).toBe(TABLE());
  });

  it('has its name on the board and among what is missing', async () => {
    const board = await open(as(world, world.amara), `/cohorts/${cohort.id}`);
    expect(board.html).toContain('<span aria-hidden="true">Role-play</span>');
    expect([...all(board.root, 'th')].map((head) => textOf(head))).toContain('A table in the village');
    const missing = await open(as(world, world.wanjiku), `/learning/${enrolment}/certificate`);
    expect(missing.main).toContain('Play this role-play');
    expect(missing.html).toContain(TABLE());
  });

  it('counts on the certificate', async () => {
    await finish('quiz');
    const wanjiku = as(world, world.wanjiku);
    const issued = await wanjiku.post(`/learning/${enrolment}/certificate`).send({ form: newId(), name: 'Wanjiku Kamau' }).expect(303);
    const page = read(await wanjiku.get(issued.headers['location']!).expect(200));
    expect(page.main).toContain('One lesson read · One role-play, played to its debrief');
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(page.text)![0];
    expect((await open(stranger(world), `/verify/${code}`)).main).toContain('Role-plays, played to the debrief 1 of 1');
  });
});
