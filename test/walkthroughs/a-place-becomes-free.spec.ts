import type { Person } from '../../src/people/person.entity';
import { PlainHands } from '../support/hands';
import { lettersTo } from '../support/mail';
import { as, signIn } from '../support/visitor';
import { type LearningWorld, makePerson, openCohort, startLearning } from '../support/world';

describe('a cohort from its draft to the archive, and a place that becomes free', () => {
  let world: LearningWorld;
  let amara: PlainHands;
  let [fatou, hamid]: Person[] = [];
  let link: string;
  let cohort: string;

  beforeAll(async () => {
    world = await startLearning();
    fatou = await makePerson(world, { name: 'Fatou Diop', email: 'fatou@example.org', language: 'fr' });
    hamid = await makePerson(world, { name: 'Hamid Rahimi', email: 'hamid@example.org', language: 'en' });
    amara = new PlainHands(as(world, world.amara));
  });
  afterAll(() => world.stop());

  it('Amara prepares a cohort, and opening it is one press', async () => {
    await amara.goTo('/chapters/kenya');
    await amara.follow('Start a cohort');
    const given = { Name: 'Mombasa, March', 'First day': '2027-03-02', 'Last day': '2027-03-31', 'Places (optional)': '1' };
    const draft = await amara.press('Keep as a draft', given);
    expect(draft.main).toContain('This is a draft.');
    cohort = draft.address.split('/')[2]!;
    const open = await amara.press('Open the cohort');
    link = new URL(String(open.field('Invitation link').value)).pathname;
    console.log(`presses of the lead, from her chapter to an open cohort by way of a draft: ${amara.presses}`);
    expect(amara.presses).toBe(3);
  });

  it('Hamid takes the only place; Fatou waits, with one press, and sees a number and no name', async () => {
    const his = new PlainHands(as(world, hamid!));
    await his.goTo(link);
    expect((await his.press('Join and start reading')).status).toBe(200);
    await his.press('I have read this');
    const hers = new PlainHands(as(world, fatou!));
    await hers.goTo(link);
    const waiting = await hers.press('S’inscrire sur la liste d’attente');
    expect(waiting.main).toContain('Vous êtes au rang 1.');
    expect(waiting.html).not.toContain('Hamid');
  });

  it('Hamid has no time and leaves: the place is Fatou’s at once, and a letter in French says so', async () => {
    const his = new PlainHands(as(world, hamid!));
    await his.goTo('/learning');
    await his.follow('Leave this cohort');
    const after = await his.press('Leave this cohort');
    expect(after.text).toContain('You have left the cohort.');
    const record = await his.follow(/^What you did there/);
    expect(record.main).toContain('Done on');
    const [letter] = await lettersTo(world, 'fatou@example.org');
    expect([letter!.language, letter!.subject]).toEqual(['fr', 'Vous avez une place dans Mombasa, March']);
    const hers = new PlainHands(as(world, fatou!));
    await hers.goTo('/learning');
    expect((await hers.page()).main).toContain('Mombasa, March');
  });

  it('Fatou can only come in the evening: Amara moves her to another cohort, and nothing has to be read twice', async () => {
    const hers = new PlainHands(as(world, fatou!));
    await hers.goTo('/learning');
    await hers.follow(/Commencer/);
    await hers.press('J’ai lu cette leçon');
    await openCohort(world, world.kenya, { name: 'Mombasa, evenings' });
    await amara.goTo(`/cohorts/${cohort}`);
    await amara.follow('Fatou Diop');
    const page = await amara.follow('Move or take out');
    const choice = page.fields
      .find(({ label }) => label === 'To which cohort')!
      .options.find((one) => one.startsWith('Mombasa, evenings'))!;
    expect(choice).toContain('1 finished step counts there');
    const there = await amara.press('Move', { 'To which cohort': choice });
    expect(there.main).toContain('Moved here on 1 March 2027 from: Mombasa, March');
    await hers.goTo('/learning');
    const learning = await hers.page();
    expect(learning.main).toMatch(/Mombasa, evenings.*Étapes faites : 1 sur 7/s);
  });

  it('when it is over Amara archives it: away from her list, still there to be read', async () => {
    world.clock.advance({ days: 40 }); // by then everybody has to sign in again
    amara = new PlainHands(await signIn(world, world.amara));
    await amara.goTo(`/cohorts/${cohort}/settings`);
    const list = await amara.press('Archive this cohort');
    expect(list.rows('Mombasa, March')).toEqual([]);
    await amara.follow('Archived cohorts (1)');
    const board = await amara.follow('Mombasa, March');
    expect(board.main).toContain('This cohort can be read and not changed.');
    const his = new PlainHands(await signIn(world, hamid!));
    await his.goTo('/learning');
    expect((await his.follow(/^What you did there/)).main).toContain('Done on');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
