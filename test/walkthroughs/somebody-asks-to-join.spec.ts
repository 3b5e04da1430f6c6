import { PlainHands } from '../support/hands';
import { lettersTo } from '../support/mail';
import { as, stranger } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

describe('somebody finds a chapter by themselves and asks to join', () => {
  let world: LearningWorld;
  let amara: PlainHands;
  let naserian: PlainHands;
  const email = 'naserian@example.org';
  const MESSAGE = 'What would you like to tell them? (optional)';

  beforeAll(async () => {
    world = await startLearning();
    amara = new PlainHands(as(world, world.amara));
    naserian = new PlainHands(stranger(world));
  });
  afterAll(() => world.stop());

  it('Amara keeps her link for ten people and until Friday, and lets others ask', async () => {
    await amara.goTo(`/cohorts/${world.cohort.id}/settings`);
    await amara.follow('Change the link and requests');
    const saved = await amara.press('Save', {
      'Last day of the link (optional)': '2027-03-05',
      'How many may come by it (optional)': '10',
    });
    expect(saved.main).toContain('Came by it: 0 of 10.');
    expect((await amara.press('Let people ask')).main).toContain('People may ask to join');
  });

  it('Naserian, whom nobody sent a link, finds the cohort and gets a letter to go on with', async () => {
    await naserian.goTo('/welcome');
    await naserian.follow('Kenya');
    await naserian.follow('Ask to join Nairobi, March');
    const sent = await naserian.press('Send me the letter', { 'E-mail address': email });
    expect(sent.main).toContain('A letter is on its way');
    const [letter] = await lettersTo(world, email);
    await naserian.goTo(new URL(letter!.links[0]!).pathname);
    const asked = await naserian.press('Send the request', {
      'Your name': 'Naserian Lemayian',
      Password: 'nine herons over the delta',
      [MESSAGE]: 'I look after the network of our school in Narok.',
    });
    expect(asked.main).toContain('There is no answer yet.');
  });

  it('Amara reads it on Today and lets her in with one press', async () => {
    const today = await amara.goTo('/today').then(() => amara.page());
    expect(today.main).toContain('1 person asks to join');
    const roster = await amara.follow('Nairobi, March');
    expect(roster.main).toContain('I look after the network of our school in Narok.');
    const after = await amara.press('Let in Naserian Lemayian');
    expect(after.rows('Naserian').join(' ')).toContain('Joined');
  });

  it('Naserian has a letter that says so, and begins to read', async () => {
    const letters = await lettersTo(world, email);
    expect(letters.at(-1)!.subject).toBe('You are in: Nairobi, March');
    await naserian.goTo(new URL(letters.at(-1)!.links[0]!).pathname);
    const lesson = await naserian.follow('Start reading');
    expect(lesson.heading).toBe('Where the idea comes from');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
