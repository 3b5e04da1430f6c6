import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';
import type { Person } from '../../src/people/person.entity';
import { PlainHands } from '../support/hands';
import { lettersTo } from '../support/mail';
import { as } from '../support/visitor';
import { enrol, type LearningWorld, makePerson, startLearning } from '../support/world';

describe('a lead finds who needs her', () => {
  let world: LearningWorld;
  let amara: PlainHands;
  let lucie: Person;

  beforeAll(async () => {
    world = await startLearning();
    lucie = await makePerson(world, { name: 'Lucie Mbaye', email: 'lucie@example.org', language: 'fr' });
    await enrol(world, lucie, world.cohort);
    const { id, name, email } = world.baraka;
    const way = { id, name, email, joined: 3, read: 6, tries: ['failed', 'failed'] as 'failed'[] };
    const trainees = world.app.get(DemoTrainees, { strict: false });
    await world.database.write((write) => trainees.study(write, world.cohort.id, way, world.clock.now()));
    world.clock.advance({ days: 4 });
    amara = new PlainHands(as(world, world.amara));
  });
  afterAll(() => world.stop());

  it('comes in at her chapter and writes to two people with three presses', async () => {
    await amara.goTo('/chapters');
    const today = await amara.follow('Today');
    expect(today.heading).toBe('3 people need you');
    await amara.press('Send to Baraka Mwangi');
    const after = await amara.press('Send to Lucie Mbaye');
    console.log(`presses of the lead, from her chapter to two letters: ${amara.presses}`);
    expect(amara.presses).toBeLessThanOrEqual(4);
    expect(after.rows('Lucie Mbaye').join()).toContain('Until');
  });

  it('each gets one letter, in their own language', async () => {
    const [toBaraka, toLucie] = [await lettersTo(world, world.baraka.email), await lettersTo(world, lucie.email)];
    expect([toBaraka.length, toLucie.length]).toEqual([1, 1]);
    expect([toBaraka[0]!.language, toLucie[0]!.language]).toEqual(['en', 'fr']);
    expect(toBaraka[0]!.text).toContain('You have tried “Quiz: deciding without a vote” 2 times');
    expect(toLucie[0]!.text).toContain('Bonjour Lucie Mbaye,');
  });

  it('looks at what he answered, and leaves a note for her trainer', async () => {
    await amara.goTo('/today');
    const person = await amara.follow('Baraka Mwangi');
    expect(person.main).toMatch(/The quiz needs 70%, the best so far is \d\d%\./);
    const tried = await amara.follow('See the answers of try 2');
    expect(tried.main).toContain('Their answer');
    await amara.follow('Baraka Mwangi');
    await amara.press('Add the note', { 'Add a note': 'Mixes up consent and consensus.' });
    const trainer = new PlainHands(as(world, world.tomas));
    await trainer.goTo(person.address);
    expect((await trainer.page()).main).toContain('Mixes up consent and consensus.');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
