import { type AtWork, atInitiative, atNote, openInitiative, openNotes } from '../assignments/handing';
import { Work } from '../../src/assignments/works/work.entity';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { knock, post } from './knock';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, makePerson, type World } from './world';

/** Works in every state: of Auma a draft, of Barasa one that waits, of Chebet one that came back; Dalmas and Eunice review each other. */
export interface GroundAssignments {
  auma: AtWork;
  barasa: AtWork;
  chebet: AtWork;
  dalmas: AtWork;
  eunice: AtWork;
  locked: string;
  initiatives: string;
  notes: string;
  /** Ids: of works that wait and were answered, and of their files. */
  works: Record<'barasa' | 'chebet' | 'dalmas', string>;
  files: Record<'auma' | 'barasa' | 'dalmas', string>;
  /** Of Eunice about the work of Dalmas, not given yet. */
  review: string;
}

const PDF = { name: 'minutes.pdf', bytes: Buffer.from('%PDF-1.4\nSix people came.\n') };
const LEVELS: Fields = { 'levels.people': 'different', 'levels.heard': 'voices', 'levels.meaning': 'step' };

export async function assignmentsOf(world: World): Promise<GroundAssignments> {
  const person = (name: string, word: string) => makePerson(world, { name, email: `${word}@example.org`, language: 'en' });
  const [initiatives, notes] = [await openInitiative(world), await openNotes(world)];
  const [auma, barasa, chebet] = [
    await atInitiative(world, await person('Auma Ogola', 'auma'), initiatives),
    await atInitiative(world, await person('Barasa Wanyonyi', 'barasa'), initiatives),
    await atInitiative(world, await person('Chebet Koech', 'chebet'), initiatives),
  ];
  const [dalmas, eunice] = [
    await atNote(world, await person('Dalmas Onyango', 'dalmas'), notes),
    await atNote(world, await person('Eunice Atieno', 'eunice'), notes),
  ];
  const locked = await enrol(world, world.baraka, initiatives);
  for (const each of [auma, barasa, dalmas]) await each.does('add', { text: 'Six people came.' }, PDF);
  for (const each of [barasa, chebet, dalmas, eunice])
    await each.does('hand-in', { text: 'Six people came.', links: 'https://example.org/minutes' });
  const idOf = async ({ enrolment }: AtWork) => (await world.database.read(Work).findOneByOrFail({ enrolmentId: enrolment })).id;
  const works = { barasa: await idOf(barasa), chebet: await idOf(chebet), dalmas: await idOf(dalmas) };
  const fileOf = async (id: string) =>
    (await world.database.rows<{ id: string }>('SELECT "id" FROM "work_files" WHERE "workId" = ?', [id]))[0]!.id;
  const { version } = await world.database.read(Work).findOneByOrFail({ id: works.chebet });
  const answer = { form: newId(), version: String(version), ...LEVELS, comment: 'Whose voices are these?', verdict: 'revise' };
  await post(world, `/cohorts/${initiatives.id}/works/${works.chebet}`, world.tomas, new URLSearchParams(answer).toString());
  await knock(world, '/today', { who: world.tomas }); // reads what was said about that
  const taken = await post(world, `${eunice.address}/reviews`, eunice.who, `form=${newId()}`);
  return {
    ...{ auma, barasa, chebet, dalmas, eunice, locked, initiatives: initiatives.id, notes: notes.id, works },
    files: { auma: await fileOf(await idOf(auma)), barasa: await fileOf(works.barasa), dalmas: await fileOf(works.dalmas) },
    review: taken.headers['location']!.split('/').at(-1)!,
  };
}

/** The pages of assignments, in the states that they have. */
export function assignmentPages({ world, assignments }: Ground): Stop[] {
  const { auma, barasa, chebet, dalmas, eunice, locked, initiatives, notes, works, files, review } = assignments;
  const { amara, tomas } = world;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const wrong = (who: Person, name: string, address: string, fields: Fields, status = 422) => stop(who, name, address, { fields, status });
  const draft: Fields = { text: 'Six people came.', links: '', do: 'save', version: '2' };
  const list = `/cohorts/${initiatives}/works`;
  const own = (work: AtWork, name: string) => stop(work.who, `assignment, ${name}`, work.address);
  return [
    own(auma, 'a draft'),
    own(barasa, 'waiting'),
    own(chebet, 'to revise'),
    own(dalmas, 'with peers'),
    stop(world.baraka, 'assignment, locked', `/assignments/${locked}/the-first-initiative/local-conversation`),
    wrong(auma.who, 'assignment, no link', auma.address, { ...draft, links: 'nothing' }),
    wrong(auma.who, 'assignment, no file', auma.address, { ...draft, do: 'add' }),
    wrong(auma.who, 'assignment, changed meanwhile', auma.address, { ...draft, text: 'Other words.', version: '0' }, 409),
    wrong(barasa.who, 'assignment, handed in already', barasa.address, draft, 409),
    stop(auma.who, 'file of one’s own', `${auma.address}/files/${files.auma}`),
    stop(eunice.who, 'a work to review', `${eunice.address}/reviews/${review}`),
    stop(eunice.who, 'file of a peer', `${eunice.address}/reviews/${review}/files/${files.dalmas}`),
    wrong(eunice.who, 'a work to review, nothing chosen', `${eunice.address}/reviews/${review}`, { comment: 'Hm.' }),
    ...[amara, tomas].map((who) => stop(who, 'works', list)),
    stop(amara, 'works, with peers', `/cohorts/${notes}/works`),
    stop(amara, 'works, none', `/cohorts/${world.cohort.id}/works`),
    stop(tomas, 'work, waiting', `${list}/${works.barasa}`),
    stop(amara, 'work, sent back', `${list}/${works.chebet}`),
    stop(tomas, 'file of a work', `${list}/${works.barasa}/files/${files.barasa}`),
    wrong(tomas, 'work, nothing chosen', `${list}/${works.barasa}`, { comment: 'Well.', verdict: 'accepted', version: '3' }),
    wrong(
      tomas,
      'work, answered meanwhile',
      `${list}/${works.barasa}`,
      { ...LEVELS, comment: 'Well.', verdict: 'accepted', version: '1' },
      409,
    ),
    stop(tomas, 'person, work waits', `/cohorts/${initiatives}/people/${barasa.enrolment}`),
  ];
}

/** A good form for each of their routes. */
export function assignmentForms({ world, assignments }: Ground): Example[] {
  const { auma, eunice, dalmas, initiatives, works, review } = assignments;
  const peer: Fields = { 'levels.clear': 'yes', 'levels.kind': 'yes', comment: 'Clear and kind.' };
  return [
    {
      who: auma.who,
      address: auma.address,
      fields: { text: 'Seven people came.', links: 'https://example.org/', do: 'save', version: '1' },
    },
    { who: dalmas.who, address: `${dalmas.address}/reviews`, fields: {} },
    { who: eunice.who, address: `${eunice.address}/reviews/${review}`, fields: peer },
    {
      who: world.tomas,
      address: `/cohorts/${initiatives}/works/${works.barasa}`,
      fields: { ...LEVELS, comment: 'Well heard.', verdict: 'accepted', version: '3' },
    },
  ];
}
