import { BankQuestions } from '../../src/quizzes/bank/bank-questions.service';
import { TYPES } from '../../src/quizzes/bank/writing/draft';
import type { Person } from '../../src/people/person.entity';
import { OF_EVERY_TYPE } from './bank-questions';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import type { LearningWorld } from './world';

export interface GroundBank {
  /** Of every type, in Kenya; the single choice has an Arabic translation that is partly stale, and is at its second version. */
  own: Record<string, string>;
  /** For all chapters. */
  shared: string;
}

export async function bankOf(world: LearningWorld): Promise<GroundBank> {
  const { app, database, clock, kenya, tomas, sofia } = world;
  const questions = app.get(BankQuestions, { strict: false });
  const author = { chapterId: kenya.id, personId: tomas.id };
  const now = clock.now();
  return database.write(async (write) => {
    const { ids } = await questions.take(
      write,
      author,
      TYPES.map((type) => OF_EVERY_TYPE[type]),
      now,
      'written',
    );
    const twice = [OF_EVERY_TYPE.single, { ...OF_EVERY_TYPE.multiple, name: 'Old' }];
    const more = await questions.take(write, author, twice, now);
    await questions.archive(write, author, { id: more.ids[1]!, version: 1 }, true, now);
    const { single } = OF_EVERY_TYPE;
    const changed = { ...single, texts: { ...single.texts, en: { ...single.texts.en, stem: 'Single: who comes to an exchange point?' } } };
    await questions.change(write, author, { id: ids[0]!, version: 1 }, changed, now);
    const shared = await questions.take(
      write,
      { chapterId: null, personId: sofia.id },
      [OF_EVERY_TYPE.number, OF_EVERY_TYPE.ordering],
      now,
    );
    return { own: Object.fromEntries(TYPES.map((type, index) => [type, ids[index]!])), shared: shared.ids[0]! };
  });
}

const TRUTH: Fields = {
  type: 'true-false',
  points: '1',
  stem: 'Anybody may join an IETF list.',
  right: 'true',
  feedback: 'There are no members.',
};

/** The pages of banks, in the states that they have. */
export function bankPages({ world, bank }: Ground): Stop[] {
  const { amara, tomas, nour, sofia } = world;
  const { own, shared } = bank;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const sent = (who: Person, name: string, address: string, fields: Fields, status = 422) => stop(who, name, address, { fields, status });
  const list = '/chapters/kenya/questions';
  const of = (type: string) => `${list}/${own[type]}`;
  return [
    ...[amara, tomas].map((who) => stop(who, 'bank', list)),
    stop(tomas, 'bank, narrowed', `${list}?text=exchange&tag=peering&type=single&category=Infrastructure`),
    stop(tomas, 'bank, nothing found', `${list}?text=nowhere`),
    stop(tomas, 'bank, archived', `${list}?archived=yes`),
    stop(nour, 'bank, empty', '/chapters/lebanon/questions'),
    stop(tomas, 'bank, alike', `${list}/alike`),
    sent(tomas, 'bank, nothing picked', `${list}/changes`, { do: 'add-tag', tag: 'x' }),
    sent(tomas, 'bank, changed meanwhile', `${list}/changes`, { do: 'archive', picked: `${own['single']}.1` }, 409),
    ...TYPES.map((type) => stop(tomas, `new question, ${type}`, `${list}/new?type=${type}`)),
    ...TYPES.map((type) => stop(tomas, `question of the bank, ${type}`, of(type))),
    ...TYPES.map((type) => stop(amara, `question of the bank seen, ${type}`, `${of(type)}/look`)),
    sent(tomas, 'new question, wrong', `${list}/new`, { type: 'single', stem: '', options: 'a', 'option.a': 'One', points: 'two' }),
    sent(tomas, 'new question, seen', `${list}/new`, { ...TRUTH, do: 'preview' }, 200),
    sent(tomas, 'new question, tried', `${list}/new`, { ...TRUTH, do: 'try', answer: 'true' }, 200),
    sent(tomas, 'question, changed meanwhile', of('true-false'), { ...TRUTH, version: '9' }, 409),
    sent(amara, 'question seen, tried', `${of('number')}/look`, { answer: '4', do: 'try' }, 200),
    stop(tomas, 'versions of a question', `${of('single')}/history`),
    stop(amara, 'question in Arabic', `${of('single')}/words/ar`),
    stop(amara, 'question in French', `${of('gap-text')}/words/fr`),
    sent(amara, 'question in Arabic, too long', `${of('single')}/words/ar`, { version: '2', keys: 'stem', texts: 'ن'.repeat(5_001) }),
    sent(amara, 'question in Arabic, changed meanwhile', `${of('single')}/words/ar`, { version: '1', keys: 'stem', texts: 'من؟' }, 409),
    ...[tomas, nour, sofia].map((who) => stop(who, 'shared bank', '/questions')),
    ...[tomas, sofia].map((who) => stop(who, 'shared question', `/questions/${shared}/look`)),
    stop(tomas, 'shared bank, alike', '/questions/alike'),
    stop(sofia, 'new shared question', '/questions/new'),
    stop(sofia, 'shared question, to change', `/questions/${shared}`),
    stop(sofia, 'versions of a shared question', `/questions/${shared}/history`),
    stop(sofia, 'shared question in Russian', `/questions/${shared}/words/ru`),
  ];
}

/** A good form for each of their routes. */
export function bankForms({ world, bank }: Ground): Example[] {
  const { tomas, sofia } = world;
  const { own, shared } = bank;
  const both = (who: Person, list: string, id: string, fields: Fields, version: number): Example[] => [
    { who, address: `${list}/new`, fields: { ...TRUTH, do: 'save' } },
    { who, address: `${list}/${id}`, fields: { ...fields, do: 'save', version: String(version) } },
    { who, address: `${list}/${id}/look`, fields: { do: 'try' } },
    { who, address: `${list}/${id}/words/fr`, fields: { version: String(version + 1), keys: 'stem', texts: 'Une question ?' } },
    { who, address: `${list}/${id}/history`, fields: { version: String(version + 2), number: '1' } },
    { who, address: `${list}/changes`, fields: { do: 'add-tag', tag: 'new', picked: `${id}.${version + 3}` } },
  ];
  return [
    ...both(tomas, '/chapters/kenya/questions', own['true-false']!, TRUTH, 1),
    { who: tomas, address: '/chapters/kenya/questions/copies', fields: { question: shared } },
    ...both(sofia, '/questions', shared, { type: 'number', points: '1', stem: 'How many?', value: '5' }, 1),
    { who: sofia, address: '/questions/copies', fields: { question: shared } },
  ];
}
