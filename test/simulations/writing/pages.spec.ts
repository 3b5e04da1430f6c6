import { newId } from '../../../src/kernel/identifier';
import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { archived } from '../../../src/simulations/writing/files/scenario-archive';
import { PlainHands } from '../../support/hands';
import { knock, post } from '../../support/knock';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { sendPacked } from '../../assignments/handing';
import { withTwoGaps, Written } from './written';

const TITLE = 'Who runs the cable?';

describe('role-plays that a chapter writes', () => {
  let world: LearningWorld;
  let written: Written;
  let [tomas, nour] = [] as unknown as [PlainHands, PlainHands];

  beforeAll(async () => {
    world = await startLearning();
    written = new Written(world);
    [tomas, nour] = [new PlainHands(as(world, world.tomas)), new PlainHands(as(world, world.nour))];
  });
  afterAll(() => world.stop());

  const at = (slug: string, chapter = 'kenya') => `/chapters/${chapter}/scenarios/${slug}`;
  const copied = () => written.copied(world.kenya, TITLE);
  const versionOf = async (slug: string) => String((await written.row(world.kenya, slug)).version);

  it('are there for the team of their chapter, and for nobody else', async () => {
    const slug = await copied();
    for (const who of [world.tomas, world.amara, world.sofia]) expect((await knock(world, at(slug), { who })).status).toBe(200);
    const rooms = ['', '/basics', '/folder', '/folder.zip'];
    for (const who of [world.wanjiku, world.nour, world.mei])
      for (const room of rooms) expect((await knock(world, at(slug) + room, { who })).status).toBe(404);
    expect((await knock(world, at(slug, 'lebanon'), { who: world.nour })).status).toBe(404);
    const lacking = await post(world, `${at(slug)}/publication`, world.nour, `form=${newId()}&version=1`);
    expect(lacking.status).toBe(404);
  });

  it('say each problem where it is mended, and are not published while there is one', async () => {
    const slug = await written.copied(world.kenya, TITLE, withTwoGaps);
    const page = await tomas.goTo(at(slug));
    expect(page.main).toContain('2 things stand against publishing it');
    const link = (name: string) => page.links.find((one) => one.name.startsWith(name))?.address;
    expect(link('The situation')).toBe(`${at(slug)}/texts/setting`);
    expect(link('Role “All universities')).toBe(`${at(slug)}/roles/university`);
    expect(page.offers('Publish')).toBe(false);
    const forced = await post(world, `${at(slug)}/publication`, world.tomas, `form=${newId()}&version=1`);
    expect([forced.status, forced.text]).toEqual([409, expect.stringContaining('Something still stands against publishing')]);
    expect((await written.row(world.kenya, slug)).publishedVersionId).toBeNull();
  });

  it('are changed after they were published, and taken back to what was published', async () => {
    const slug = await copied();
    await tomas.goTo(at(slug));
    expect((await tomas.press('Publish')).main).toContain('Published');
    await tomas.follow('Title and settings');
    const changed = await tomas.press('Save', {
      Title: 'Another one',
      'What one can learn': 'First things first\n\n You can find out what is next ',
    });
    expect([changed.heading, changed.main]).toEqual(['Another one', expect.stringContaining('Changed since publishing')]);
    const { structure, texts } = await written.row(world.kenya, slug);
    expect(structure.objectives.map((key) => texts[`objectives.${key}`])).toEqual(['First things first', 'You can find out what is next']);
    expect(Object.keys(texts).filter((key) => key.startsWith('objectives.'))).toHaveLength(2);
    await tomas.follow('As files');
    const back = await tomas.press('Go back to what is published');
    expect([back.heading, back.text]).toEqual([TITLE, expect.stringContaining('It is as it was published.')]);
  });

  it('keep what was typed into a form that cannot be taken', async () => {
    const slug = await copied();
    await tomas.goTo(`${at(slug)}/basics`);
    const wrong = await tomas.press('Save', { Title: '', Minutes: 'an hour', 'At most': '3', Licence: 'CC0' });
    expect(wrong.status).toBe(422);
    expect(wrong.errors).toEqual([
      'Give it a title of at most 200 characters.',
      'Minutes must be a whole number from 1 to 600.',
      'The best number lies between the least and the most.',
    ]);
    expect([wrong.field('Minutes').value, wrong.field('Licence').value]).toEqual(['an hour', 'CC0']);
  });

  it('show both texts when somebody was quicker, and nothing is lost', async () => {
    const slug = await copied();
    await tomas.goTo(`${at(slug)}/basics`);
    await written.change(world.kenya, slug, ({ structure, texts }) => ({ structure, texts: { ...texts, title: 'Theirs' } }));
    const both = await tomas.press('Save', { Title: 'Mine' });
    expect([both.status, both.main]).toEqual([409, expect.stringMatching(/Mine.*Theirs/)]);
    expect((await written.row(world.kenya, slug)).texts['title']).toBe('Theirs');
    expect((await tomas.press('Keep mine')).heading).toBe('Mine');
  });

  it('are copied by other chapters once they are shared, as published, and no longer when they are taken back', async () => {
    const slug = await copied();
    const copying = (form = newId()) => post(world, '/chapters/lebanon/scenarios', world.nour, `form=${form}&from=${slug}`);
    expect((await copying()).status).toBe(404);
    await written.publish(world.kenya, slug);
    expect((await copying()).status).toBe(404);
    await tomas.goTo(at(slug));
    expect((await tomas.press('Share it')).text).toContain('Other chapters can copy it now.');
    await written.change(world.kenya, slug, ({ structure, texts }) => ({ structure, texts: { ...texts, title: 'A secret of ours' } }));
    expect((await nour.goTo('/chapters/lebanon/scenarios?language=en')).main).toContain(`${TITLE} `);
    expect((await nour.page()).main).toContain('Shared by Kenya');
    const form = newId();
    const first = await copying(form);
    const copy = await nour.goTo(`${first.headers['location']}?language=en`);
    expect([copy.heading, copy.html]).toEqual([`${TITLE} (copy)`, expect.not.stringContaining('A secret of ours')]);
    const own = await written.row(world.lebanon, copy.address.split('?')[0]!.split('/').at(-1)!);
    expect(own.structure.authors).toEqual(['Chapterhouse library', 'Kenya', 'لبنان']);
    await tomas.goTo(at(slug));
    await tomas.press('Share it no longer');
    expect((await copying()).status).toBe(404);
    expect((await copying(form)).headers['location']).toBe(first.headers['location']);
    expect((await nour.goTo(`${first.headers['location']}`)).status).toBe(200);
  });

  it('that were put away are read, and neither changed, copied nor used until they are back', async () => {
    const slug = await copied();
    await written.publish(world.kenya, slug);
    const tables = `/cohorts/${world.cohort.id}/tables`;
    expect((await tomas.goTo(tables)).links.map(({ address }) => address)).toContain(`${tables}/new?scenario=chapter/${slug}`);
    await tomas.goTo(at(slug));
    expect((await tomas.press('Put this role-play away')).text).toContain('The role-play is put away.');
    expect((await tomas.goTo(tables)).html).not.toContain(slug);
    const version = await versionOf(slug);
    for (const room of ['publication', 'sharing', 'folder'])
      expect((await post(world, `${at(slug)}/${room}`, world.tomas, `form=${newId()}&version=${version}`)).status).toBe(409);
    expect((await post(world, '/chapters/kenya/scenarios', world.tomas, `form=${newId()}&from=${slug}`)).status).toBe(404);
    await tomas.goTo(at(slug));
    expect((await tomas.press('Bring it back')).main).toContain('Published');
  });

  it('of another chapter are nothing that a cohort can use', async () => {
    const slug = await copied();
    await written.publish(world.kenya, slug);
    await written.share(world.kenya, slug);
    const use = `/cohorts/${world.cohorts.lebanon.id}/tables/new?scenario=chapter/${slug}`;
    expect((await knock(world, use, { who: world.nour })).status).toBe(404);
    for (const enrolment of [world.studies.yusuf, world.studies.wanjiku])
      expect((await knock(world, `/simulations/${enrolment}/chapter/${slug}`, { who: world.yusuf })).status).toBe(404);
    expect((await knock(world, `/simulations/${world.studies.wanjiku}/chapter/${slug}`, { who: world.wanjiku })).status).toBe(404);
  });

  it('are not changed by files in which something is wrong', async () => {
    const slug = await copied();
    const before = await written.row(world.kenya, slug);
    const send = (bytes: Buffer) =>
      sendPacked(world, world.tomas, `${at(slug)}/folder`, { form: newId(), by: 'read', version: '1' }, { name: 'x.zip', bytes });
    const broken = await send(Buffer.from('PK but no archive'));
    expect([broken.status, broken.text]).toEqual([422, expect.stringContaining('The archive is damaged')]);
    expect(await written.row(world.kenya, slug)).toEqual(before);
  });

  it('are read from an archive once, however often it comes', async () => {
    const slug = await copied();
    const bytes = Buffer.from(archived(await written.row(world.kenya, slug)));
    const fields = { form: newId(), by: 'read', version: '1' };
    const send = (name: string, file: Buffer) => sendPacked(world, world.tomas, `${at(slug)}/folder`, fields, { name, bytes: file });
    const answers = [await send('x.zip', bytes), await send('x.zip', bytes), await send('x.zip', Buffer.from('cut off on the way'))];
    expect(answers.map(({ status, headers }) => [status, headers['location']])).toEqual(answers.map(() => [303, at(slug)]));
    expect((await written.row(world.kenya, slug)).version).toBe(2);
  });

  it('leave a line in the audit when they are published, shared and taken back', async () => {
    const acts = await world.database.read(AuditEntry).findBy({ chapterId: world.kenya.id });
    for (const act of ['scenario-published', 'scenario-shared', 'scenario-taken-back']) expect(acts.map((one) => one.act)).toContain(act);
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
