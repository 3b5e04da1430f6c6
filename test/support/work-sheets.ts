import { atInitiative, atNote, openInitiative, openNotes } from '../assignments/handing';
import { Work } from '../../src/assignments/works/work.entity';
import { Story } from './story';
import { PlainHands } from './hands';
import type { Sheet } from './trainee-pages';
import { as } from './visitor';
import { type LearningWorld, makePerson } from './world';

type MakeSheet = (who: Sheet['who'], name: string, address: string, more?: Partial<Sheet>) => Sheet;

const REPORT = 'Seven of us met in the library.\n\n“I write everything into a book,” said the owner of the pharmacy.';
const PDF = { name: 'What everybody said, word for word, on a long evening.pdf', bytes: Buffer.from('%PDF-1.4\nSeven people.\n') };

/** Assignments as those who hand in see them, and those who answer. */
export async function workSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { amara, baraka, wanjiku, yusuf } = world;
  const say = (key: string) => new Story('en').say(key);
  const cohort = await openInitiative(world);
  const person = (name: string, word: string) => makePerson(world, { name, email: `${word}@example.org`, language: 'en' });
  const draft = await atInitiative(world, baraka, cohort);
  const waiting = await atInitiative(world, wanjiku, cohort);
  const revised = await atInitiative(world, yusuf, cohort);
  await draft.does('add', { text: REPORT, links: 'https://example.org/minutes' }, PDF);
  await waiting.does('add', { text: REPORT, links: `https://example.org/${'long'.repeat(40)}` }, PDF);
  await waiting.does('hand-in');
  await revised.handsIn(REPORT);
  const idOf = async (enrolmentId: string) => (await world.database.read(Work).findOneByOrFail({ enrolmentId })).id;
  const works = `/cohorts/${cohort.id}/works`;
  const lead = new PlainHands(as(world, amara));
  await lead.goTo(`${works}/${await idOf(revised.enrolment)}`);
  await lead.press(say('assignments.review.revise'), {
    'Who took part': 'Five people or more, who mostly',
    'What was heard': 'The report sums up',
    'What follows from it': 'Nothing follows',
    [say('assignments.review.comment')]: 'Whose voices are these? And what follows?',
  });
  const notes = await openNotes(world);
  const [one, other] = [
    await atNote(world, await person('Dalmas Onyango', 'dalmas'), notes),
    await atNote(world, await person('Eunice Atieno', 'eunice'), notes),
  ];
  for (const each of [one, other]) await each.handsIn('Twenty words.');
  const peer = new PlainHands(as(world, other.who));
  await peer.goTo(other.address);
  const taken = await peer.press(say('assignments.peers.take'));
  return [
    sheet(baraka, 'assignment, a draft', draft.address),
    sheet(baraka, 'assignment, a wrong link', draft.address, {
      pairs: () =>
        Object.entries({ form: '01a21fa9-5284-776f-afc3-06252fad8a29', text: REPORT, links: 'nothing', do: 'save', version: '1' }),
      status: 422,
    }),
    sheet(wanjiku, 'assignment, waiting', waiting.address),
    sheet(yusuf, 'assignment, to revise, in Arabic', revised.address),
    sheet(one.who, 'assignment, with peers', one.address),
    sheet(other.who, 'a work to review', taken.address),
    sheet(amara, 'works', works),
    sheet(amara, 'work', `${works}/${await idOf(waiting.enrolment)}`),
  ];
}
