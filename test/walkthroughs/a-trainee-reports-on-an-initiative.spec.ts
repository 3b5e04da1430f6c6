import sharp from 'sharp';
import { AtWork, openInitiative } from '../assignments/handing';
import { PlainHands } from '../support/hands';
import { letters } from '../support/mail';
import { as } from '../support/visitor';
import { enrol, type LearningWorld, startLearning } from '../support/world';

const REPORT = 'We asked six neighbours what they do when the network is down.\n\n“I close the shop,” said one.';

describe('a trainee holds a conversation where she lives, and reports on it', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());

  it('with a picture; she is asked to revise, and then the step is done', async () => {
    const { wanjiku, tomas } = world;
    const cohort = await openInitiative(world);
    const enrolment = await enrol(world, wanjiku, cohort);
    const phone = new PlainHands(as(world, wanjiku));
    const trainer = new PlainHands(as(world, tomas));

    await phone.goTo('/learning');
    await phone.goTo(`/assignments/${enrolment}/the-first-initiative/local-conversation`);
    expect((await phone.page()).main).toContain('Opens when you have read the lessons before it');
    await phone.goTo(`/lessons/${enrolment}/the-first-initiative/choose-something-small`);
    await phone.press(/^I have read this/);
    await phone.goTo('/learning');
    const page = await phone.follow(/^To the assignment/);
    expect(page.main).toContain('At least three voices are heard in their own words');
    expect(page.main).toContain('Somebody from your chapter’s team reads it');

    const saved = await phone.press('Save the draft', { 'Your text': REPORT });
    expect(saved.text).toContain('The draft is saved.');
    expect(saved.field('Your text').value).toBe(REPORT);
    const work = new AtWork(world, wanjiku, enrolment, saved.address);
    const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#c8b090' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '1/1 17/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect((await work.does('add', {}, { name: 'Our kitchen.jpg', bytes: photo })).main).toContain('Our kitchen.jpg');
    await phone.goTo(work.address);
    const waiting = await phone.press('Hand in', { Links: 'https://example.org/minutes' });
    expect(waiting.text).toContain('Handed in. You get a letter when there is an answer.');
    expect(waiting.main).toContain('It is waiting for an answer.');

    const today = await trainer.goTo('/today');
    expect(today.rows('Nairobi initiatives').join()).toContain('1 work');
    await trainer.follow('Nairobi initiatives');
    const review = await trainer.follow('Wanjiku Kamau');
    expect(review.main).toContain('“I close the shop,” said one.');
    const picture = await as(world, tomas)
      .get(review.link(/Our kitchen\.jpg/))
      .buffer(true)
      .expect(200);
    const { width, exif } = await sharp(picture.body as Buffer).metadata();
    expect([width, exif]).toEqual([2000, undefined]);
    const levels = {
      'Who took part': 'Five people or more, and different sides',
      'What was heard': 'The report sums up',
      'What follows from it': 'Nothing follows',
    };
    const refused = await trainer.press('Accept', levels);
    expect([refused.status, refused.errors[0]]).toEqual([
      422,
      'These levels give 3 of 7 points, and 60% are needed. Ask to revise, or choose other levels',
    ]);
    await trainer.press('Ask to revise', { ...levels, 'What you say to them': 'Whose voices were these? And what follows?' });

    const mail = (await letters(world)).find(({ to, subject }) => to.includes(wanjiku.email) && subject.startsWith('Please revise'))!;
    expect(mail.text).toContain(work.address);
    const again = await phone.goTo(work.address);
    expect(again.main).toContain('Whose voices were these? And what follows?');
    expect(again.field('Your text').value).toBe(REPORT);
    expect(again.main).toContain('Our kitchen.jpg');
    await phone.press('Hand in', { 'Your text': `${REPORT}\n\nNext month we ask the company.` });

    await trainer.goTo(`/cohorts/${cohort.id}/works`);
    const second = await trainer.follow('Wanjiku Kamau');
    expect(second.headings).toEqual(expect.arrayContaining(['Handed in, version 2', 'Handed in, version 1']));
    await trainer.press('Accept', {
      ...levels,
      'What was heard': 'At least three voices',
      'What follows from it': 'The author says what surprised them, and',
    });

    expect((await phone.goTo(work.address)).main).toContain('Accepted. This step is done.');
    expect((await phone.goTo('/learning')).main).toContain('2 of 2');
    expect((await trainer.goTo('/today')).main).not.toContain('Nairobi initiatives');
  });
});
