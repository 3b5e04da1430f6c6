import { newId } from '../../src/kernel/identifier';
import { Announcement } from '../../src/cohorts/announcements/announcement.entity';
import { Person } from '../../src/people/person.entity';
import { post } from '../support/knock';
import { letters, lettersTo } from '../support/mail';
import { open } from '../support/page';
import { submit } from '../support/submit';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

const SAID = { Title: 'We meet on Thursday', 'What you want to say': 'Bring **one** question.\n\n* [The room](https://example.org/room)' };

describe('announcements', () => {
  let world: LearningWorld;
  let address: string;
  beforeEach(async () => {
    world = await startLearning();
    address = `/cohorts/${world.cohort.id}/announcements`;
  });
  afterEach(() => world.stop());

  const say = async (given: Record<string, string> = SAID) =>
    submit(as(world, world.amara), await open(as(world, world.amara), address), 'Send to everybody', given);
  const send = (who: LearningWorld['amara'], to: string, fields: Record<string, string>, form = newId()) =>
    post(world, to, who, new URLSearchParams({ form, ...fields }).toString());
  const stored = () => world.database.read(Announcement).find();

  it('stand on the learning page of everybody in the cohort, and nobody else’s', async () => {
    const after = await say();
    expect(after.main).toContain('We meet on Thursday');
    const page = await open(as(world, world.wanjiku), '/learning');
    expect(page.headings).toContain('We meet on Thursday');
    expect(page.html).toContain('Bring <strong>one</strong> question.');
    expect(page.html).toContain('href="https://example.org/room"');
    expect((await open(as(world, world.yusuf), '/learning')).html).not.toContain('We meet');
    expect((await open(as(world, world.wanjiku), page.link('All announcements'))).main).toContain('Amara Odhiambo');
  });

  it('stand there for two weeks, and in the list for good', async () => {
    await say();
    world.clock.advance({ days: 14 });
    expect((await open(as(world, world.wanjiku), '/learning')).main).toContain('We meet on Thursday');
    world.clock.advance({ seconds: 1 });
    const page = await open(as(world, world.wanjiku), '/learning');
    expect(page.main).not.toContain('We meet on Thursday');
    expect((await open(as(world, world.wanjiku), page.link('All announcements'))).main).toContain('We meet on Thursday');
  });

  it('go to each of them by mail once, in a frame of their own language, and say how to stop', async () => {
    await world.database.write((write) => write.update(Person, { id: world.baraka.id }, { language: 'ar' }));
    const form = newId();
    const fields = { title: 'One', text: '## Two\n\n**Three** [four](https://example.org/4) 2 ** 3 ** 4' };
    const answers = await Promise.all([1, 2, 3].map(() => send(world.tomas, address, fields, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const [english] = await lettersTo(world, world.wanjiku.email);
    const [arabic] = await lettersTo(world, world.baraka.email);
    expect([english!.subject, english!.language]).toEqual(['One', 'en']);
    expect(english!.text).toContain(
      'Tomás Vega writes to everybody in Nairobi, March:\n\nOne\n\nTwo\n\nThree four: https://example.org/4 2 ** 3 ** 4\n\nGo on learning:\n',
    );
    expect(english!.stop!.post).toBe('List-Unsubscribe=One-Click');
    expect(arabic!.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic!.text).toContain('واصل التعلّم');
    expect(await letters(world)).toHaveLength(2);
    expect(await stored()).toHaveLength(1);
  });

  it('can be corrected, which is marked and sends nothing again, and taken back', async () => {
    await say();
    const list = await open(as(world, world.tomas), address);
    const edit = await open(as(world, world.tomas), list.link(/^Edit or remove/));
    await submit(as(world, world.tomas), edit, 'Save', { Title: 'We meet on Friday' });
    const page = await open(as(world, world.wanjiku), '/learning');
    expect(page.main).toContain('We meet on Friday');
    expect(page.main).toContain('edited');
    expect(await letters(world)).toHaveLength(2);
    const again = await open(as(world, world.tomas), edit.address);
    await submit(as(world, world.tomas), again, 'Remove this announcement');
    expect((await open(as(world, world.wanjiku), '/learning')).main).not.toContain('We meet');
    await as(world, world.tomas).get(edit.address).expect(404);
  });

  it('corrected by two at once, show the second what the first wrote, and lose nothing', async () => {
    await say();
    const one = `${address}/${(await stored())[0]!.id}`;
    expect((await send(world.amara, one, { title: 'Hers', text: 'x', version: '1' })).status).toBe(303);
    const late = await send(world.tomas, one, { title: 'His', text: 'y', version: '1' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Hers');
    expect(late.text).toContain('His');
    expect((await stored())[0]).toMatchObject({ title: 'Hers', version: 2 });
  });

  it.each([
    ['nothing', { title: '', text: '' }, 2],
    ['a book', { title: 'x', text: 'y'.repeat(5001) }, 1],
    ['a title that never ends', { title: 'x'.repeat(151), text: 'y' }, 1],
  ])('are not taken with %s, and what was typed is kept', async (_, fields, errors) => {
    const answer = await send(world.amara, address, fields);
    expect(answer.status).toBe(422);
    expect(answer.text.match(/href="#f-/g)).toHaveLength(errors);
    expect(answer.text).toContain(fields.text.slice(0, 500));
    expect([await stored(), await letters(world)]).toEqual([[], []]);
  });

  it('hold no markup of their writer’s own', async () => {
    await say({
      Title: '<b>x</b>',
      'What you want to say': '<script>alert(1)</script>\n\n[go](javascript:alert(1))\n\n![p](https://evil.example/p.png)',
    });
    const page = await open(as(world, world.wanjiku), '/learning');
    expect(page.html).not.toMatch(/<script>alert|javascript:alert\(1\)"|<img|<b>x/);
  });

  it('are nobody’s business but the team’s', async () => {
    await say();
    const one = `${address}/${(await stored())[0]!.id}`;
    for (const who of [world.wanjiku, world.nour, world.yusuf, world.mei]) {
      await as(world, who).get(address).expect(404);
      await as(world, who).get(one).expect(404);
      for (const [to, fields] of [
        [address, { title: 'x', text: 'y' }],
        [one, { title: 'x', text: 'y', version: '1' }],
        [`${one}/removal`, {}],
      ] as const) {
        expect((await send(who, to, fields as Record<string, string>)).status).toBe(404);
      }
    }
    const foreign = `/cohorts/${world.cohorts.lebanon.id}/announcements/${(await stored())[0]!.id}`;
    await as(world, world.nour).get(foreign).expect(404);
    expect((await send(world.nour, `${foreign}/removal`, {})).status).toBe(404);
    expect((await send(world.nour, foreign, { title: 'x', text: 'y', version: '1' })).status).toBe(404);
    await as(world, world.yusuf).get(`/learning/${world.studies.wanjiku}/announcements`).expect(404);
    expect(await stored()).toHaveLength(1);
  });
});
