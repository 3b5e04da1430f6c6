import { ChapterScenario } from '../../src/simulations/writing/chapter-scenario.entity';
import { draftIn } from '../simulations/writing/drafts';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** Drafts of role-plays: one to read, one that was put away, and one for each form that changes one. */
export interface GroundLists {
  /** Addresses. */
  draft: string;
  away: string;
  /** Of another chapter: its slug. */
  others: string;
  written: string[];
}

/** A good form for each kind of part, and a part that it changes. */
const PARTS: Record<string, [part: string, fields: Fields]> = {
  phases: ['opening', { words: 'Opening', kind: 'opening', minutes: '9', hours: '24', quota: '1' }],
  events: [
    'cable-cut',
    { words: 'The cable is cut.', to: 'all', at: 'condition', phase: 'opening', minute: '', 'test.1': 'slot.board.council', 'so.1': 'no' },
  ],
  objections: [
    'one-judge',
    {
      words: 'One office for two things.',
      role: 'incumbent',
      kind: 'legal',
      slot: 'path',
      remedy: 'panel',
      'answer.more-': 'Two offices.',
      meets: 'more-',
    },
  ],
  statements: ['opt-out', { words: 'Who can work with a way out?', to: 'regulator' }],
  questions: ['next-time', { words: 'What will you do next time?', step: 'application' }],
  sources: ['2', { words: 'A toolkit, no date.' }],
};
const LISTS = Object.keys(PARTS);
const VERSION = { version: '1' };

export async function listsOf(world: World): Promise<GroundLists> {
  const { database, clock, kenya, lebanon } = world;
  const address = async () => (await draftIn(world, kenya)).address;
  const away = await address();
  await database.write((write) => write.update(ChapterScenario, { slug: away.split('/')[4]! }, { archivedAt: clock.now() }));
  const written: string[] = [];
  for (let forms = 0; forms < 2 * LISTS.length + 1; forms++) written.push(await address());
  return { draft: await address(), away, others: (await draftIn(world, lebanon)).slug, written };
}

export function listsPages({ world: { amara, tomas, wanjiku }, lists: { draft, away } }: Ground): Stop[] {
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who: tomas, name, address, status: 200, ...more });
  const wrong = (name: string, address: string, fields: Fields, status = 422) =>
    stop(name, `${draft}/${address}`, { fields: { ...VERSION, ...fields }, status });
  return [
    ...LISTS.flatMap((list) => [
      stop(`${list} of a role-play`, `${draft}/${list}`),
      stop(`${list} of a role-play, one of them`, `${draft}/${list}/${PARTS[list]![0]}`),
      stop(`${list} of a role-play, taking one out`, `${draft}/${list}/${PARTS[list]![0]}/removal`),
      wrong(`${list} of a role-play, nothing written`, list, { words: '' }),
      wrong(`${list} of a role-play, one of them, nothing written`, `${list}/${PARTS[list]![0]}`, { words: '' }),
      wrong(`${list} of a role-play, changed meanwhile`, `${list}/${PARTS[list]![0]}`, { ...PARTS[list]![1], version: '0' }, 409),
    ]),
    stop('the situation of a role-play', `${draft}/texts/setting`),
    stop('what happened in reality', `${draft}/texts/reality`),
    stop('the situation of a role-play, as a lead', `${draft}/texts/setting`, { who: amara }),
    stop('the situation of a role-play, as a trainee', `${draft}/texts/setting`, { who: wanjiku, status: 404 }),
    wrong('the situation of a role-play, shown', 'texts/setting', { text: '## Here\n\n<b>x</b>', do: 'preview' }, 200),
    wrong('the situation of a role-play, too long', 'texts/setting', { text: 'x'.repeat(20_001) }),
    wrong('the situation of a role-play, changed meanwhile', 'texts/setting', { text: 'Here.', version: '0' }, 409),
    stop('a role-play that was put away', `${away}/phases`),
    stop('a role-play that was put away, not to be changed', `${away}/phases`, { fields: { ...VERSION, words: 'More' }, status: 409 }),
  ];
}

export function listsForms({ world: { tomas }, lists: { written } }: Ground): Example[] {
  const forms: [path: string, fields: Fields][] = [
    ...LISTS.map((list): [string, Fields] => [list, { words: 'One more.' }]),
    ...LISTS.map((list): [string, Fields] => [`${list}/${PARTS[list]![0]}`, PARTS[list]![1]]),
    ['texts/reality', { text: 'Nobody knows (source 1).' }],
  ];
  return forms.map(([path, fields], at) => ({ who: tomas, address: `${written[at]!}/${path}`, fields: { ...VERSION, ...fields } }));
}
