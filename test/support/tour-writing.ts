import { CHAPTER_SCENARIO } from '../../src/content/structures';
import type { Person } from '../../src/people/person.entity';
import { Casting } from '../../src/simulations/setting/casting.service';
import { Sittings } from '../../src/simulations/setting/sittings.service';
import { withTwoGaps, Written } from '../simulations/writing/written';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, makePerson, openCohort, type World } from './world';

/** Role-plays of a chapter: one that is published, shared and played by a cohort, a draft with two gaps, a clean one, and one that was put away. */
export interface GroundWriting {
  /** Slugs. */
  published: string;
  draft: string;
  clean: string;
  away: string;
  /** Of another chapter. */
  others: string;
  cohort: string;
  nafula: Person;
  enrolment: string;
}

export async function writingOf(world: World): Promise<GroundWriting> {
  const { app, database, clock, kenya, lebanon, tomas } = world;
  const written = new Written(world);
  const published = await written.copied(kenya, 'Who runs the cable?');
  await written.publish(kenya, published);
  await written.share(kenya, published);
  const draft = await written.copied(kenya, 'Not ready yet', withTwoGaps);
  const clean = await written.copied(kenya, 'Ready to publish');
  const away = await written.copied(kenya, 'Of last year');
  await written.putAway(kenya, away);
  const others = await written.copied(lebanon, 'من يدير الكابل؟');
  const cohort = await openCohort(world, kenya, { name: 'Busia, with a role-play' });
  const nafula = await makePerson(world, { name: 'Nafula Wekesa', email: 'nafula.writing@example.org', language: 'en' });
  const enrolment = await enrol(world, nafula, cohort);
  const [sittings, now] = [app.get(Sittings, { strict: false }), clock.now()];
  const use = { module: CHAPTER_SCENARIO, step: published, name: 'Cable night', mode: 'live' as const, vacant: 'script' as const };
  await database.write(async (write) => {
    const sitting = await sittings.setUp(write, cohort, { ...use, notOwn: true, startsAt: null, count: 1 }, tomas.id, now);
    const seat = { tableId: sitting.tables[0]!, role: 'university', standsBy: false };
    await app.get(Casting, { strict: false }).seat(write, sitting, enrolment, seat, now);
  });
  return { published, draft, clean, away, others, cohort: cohort.id, nafula, enrolment };
}

const BASICS: Fields = {
  version: '1',
  title: 'Not ready yet',
  summary: 'It is still written.',
  live: 'yes',
  async: 'yes',
  solo: 'yes',
  minutes: '40',
  fewest: '5',
  best: '8',
  most: '16',
  preset: 'rfc7282',
  floor: 'rotate-groups',
  unseal: 'briefs',
  objectives: 'Find out what somebody needs\nAnswer an objection',
  licence: 'CC-BY-4.0',
  authors: 'Kenya',
};

export function writingPages({ world: { amara, tomas, wanjiku }, writing }: Ground): Stop[] {
  const list = '/chapters/kenya/scenarios';
  const one = (slug: string) => `${list}/${slug}`;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who, name, address, status: 200, ...more }); // prettier-ignore
  const wrong = (name: string, address: string, fields: Fields, status = 422) => stop(tomas, name, address, { fields, status });
  const used = `${CHAPTER_SCENARIO}/${writing.published}`;
  return [
    ...[amara, tomas].map((who) => stop(who, 'role-plays of the chapter', list)),
    stop(wanjiku, 'role-plays of the chapter, as a trainee', list, { status: 404 }),
    stop(tomas, 'role-play, published', one(writing.published)),
    stop(tomas, 'role-play, a draft with two gaps', one(writing.draft)),
    stop(tomas, 'role-play, put away', one(writing.away)),
    stop(tomas, 'role-play, title and settings', `${one(writing.draft)}/basics`),
    stop(tomas, 'role-play, as files', `${one(writing.draft)}/folder`),
    stop(tomas, 'role-play, its files', `${one(writing.draft)}/folder.zip`),
    wrong('new role-play, in no language', list, { from: 'template', title: '', language: 'xx' }),
    wrong('role-play, no title', `${one(writing.draft)}/basics`, { ...BASICS, title: '', live: '', async: '', solo: '', best: '2' }),
    wrong('role-play, changed meanwhile', `${one(writing.draft)}/basics`, { ...BASICS, version: '0' }, 409),
    wrong('role-play, no file', `${one(writing.draft)}/folder`, { by: 'read', version: '1' }),
    wrong('role-play, not publishable', `${one(writing.draft)}/publication`, { version: '1' }, 409),
    wrong('role-play, put away and not to be changed', `${one(writing.away)}/basics`, { ...BASICS, version: '2' }, 409),
    stop(tomas, 'role-play, used by a cohort', `/cohorts/${writing.cohort}/tables/new?scenario=${used}`),
    stop(writing.nafula, 'learning, with a role-play of the chapter', '/learning'),
    stop(writing.nafula, 'role-play of the chapter', `/simulations/${writing.enrolment}/${used}`),
  ];
}

export function writingForms({ world: { tomas }, writing }: Ground): Example[] {
  const one = (address: string, fields: Fields = {}): Example => ({ who: tomas, address, fields });
  const list = '/chapters/kenya/scenarios';
  const [draft, clean, published] = [`${list}/${writing.draft}`, `${list}/${writing.clean}`, `${list}/${writing.published}`];
  return [
    one(list, { from: 'template', title: 'Another one', language: 'fr' }),
    // Each press changes the role-play, and the next one knows its new version.
    one(`${draft}/basics`, BASICS),
    one(`${published}/folder`, { by: 'published', version: '3' }),
    one(`${clean}/publication`, { version: '1' }),
    one(`${clean}/sharing`, { version: '2' }),
    one(`${published}/taking-back`, { version: '4' }),
    one(`${clean}/archiving`, { version: '3' }),
    one(`${list}/${writing.away}/return`, { version: '2' }),
  ];
}
