import { openNotes } from '../assignments/handing';
import { PlainHands } from '../support/hands';
import { letters } from '../support/mail';
import { as } from '../support/visitor';
import { enrol, makePerson, startWorld, type World } from '../support/world';

const KIND = { 'Is it clear?': 'Some of it', 'Is it kind?': 'It is kind', 'What you say to them': 'Clear to me, and kind. Say where.' };

describe('three people in two chapters hand in a note, and read each other', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('without a name, until each has two reviews and has given two', async () => {
    const [kenya, penang] = [await openNotes(world), await openNotes(world, world.penang, 'Notes in Penang')];
    const lan = await makePerson(world, { name: 'Tan Lan', email: 'lan@example.org', language: 'en' });
    const three = [
      { who: world.wanjiku, cohort: kenya },
      { who: world.baraka, cohort: kenya },
      { who: lan, cohort: penang },
    ];
    const phones: PlainHands[] = [];
    for (const { who, cohort } of three) {
      await enrol(world, who, cohort);
      const phone = new PlainHands(as(world, who));
      await phone.goTo('/learning');
      const page = await phone.follow(/^To the assignment/);
      expect(page.main).toContain('Others read your work without your name.');
      await phone.press('Hand in', { 'Your text': `A note from ${cohort.name}.` });
      phones.push(phone);
    }
    for (const phone of phones) {
      const { address: work } = await phone.page();
      for (const number of [1, 2]) {
        await phone.goTo(work);
        const given = await phone.press('Give me a work to review');
        expect([given.heading, given.main]).toEqual(['A work to review', expect.stringContaining('A note from') as string]);
        for (const { who } of three.filter((_, at) => phones[at] !== phone)) expect(given.html).not.toContain(who.name);
        const after = await phone.press('Give the review', KIND);
        expect(after.main).toContain(`${number} of 2`);
      }
    }
    for (const phone of phones) {
      await phone.goTo((await phone.page()).address);
      const page = await phone.page();
      expect(page.main).toContain('Accepted. This step is done.');
      expect(page.main).toContain('The reviews together: 3 of 4 points');
    }
    const subjects = (await letters(world)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'Accepted: A note to others')).toHaveLength(3);
  });
});
