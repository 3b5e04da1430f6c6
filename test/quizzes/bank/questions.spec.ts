import { Conflict } from '../../../src/database/conflict';
import { NotFound } from '../../../src/kernel/not-found';
import { BankQuestions } from '../../../src/quizzes/bank/bank-questions.service';
import { BankQueries } from '../../../src/quizzes/bank/bank.queries';
import { BankQuestionVersion } from '../../../src/quizzes/bank/bank-question-version.entity';
import type { Written } from '../../../src/quizzes/questions/written';
import { startWorld, type World } from '../../support/world';
import { EXCHANGE, like } from './written';

let world: World;
let questions: BankQuestions;
beforeAll(async () => {
  world = await startWorld();
  questions = world.app.get(BankQuestions, { strict: false });
});
afterAll(() => world.stop());

const inKenya = () => ({ chapterId: world.kenya.id, personId: world.tomas.id });
const take = (...written: Written[]) => world.database.write((write) => questions.take(write, inKenya(), written, world.clock.now()));

describe('taking questions in', () => {
  it('adds what has no id each time, and what has one once', async () => {
    const known = like(EXCHANGE, { externalId: 'ixp-1' });
    expect(await take(EXCHANGE, known)).toMatchObject({ added: 2, changed: 0, same: 0 });
    expect(await take(EXCHANGE, known)).toMatchObject({ added: 1, changed: 0, same: 1 });
    const said = like(known, {}, { stem: 'What is an Internet exchange point for?' });
    expect(await take(said)).toMatchObject({ added: 0, changed: 1, same: 0 });
  });

  it('keeps a translation that the file does not have, and knows that it is stale', async () => {
    const first = like(EXCHANGE, { externalId: 'ixp-2', texts: { ...EXCHANGE.texts, fr: { stem: 'À quoi sert un point d’échange ?' } } });
    const { ids } = await take(first);
    await take(like(EXCHANGE, { externalId: 'ixp-2' }, { stem: 'What is it for?' }));
    const found = await questions.byId(world.kenya.id, ids[0]!);
    expect(found.texts.fr?.['stem']).toBe('À quoi sert un point d’échange ?');
    expect(found.version).toBe(2);
    expect(found.structure.key).toBe(ids[0]!.slice(24));
  });

  it('lets the last count of two with one id in one file', async () => {
    const { ids } = await take(
      like(EXCHANGE, { externalId: 'ixp-3', name: 'First' }),
      like(EXCHANGE, { externalId: 'ixp-3', name: 'Last' }),
    );
    expect(ids[0]).toBe(ids[1]);
    expect((await questions.byId(world.kenya.id, ids[0]!)).name).toBe('Last');
  });

  it('refuses what is too much, and takes nothing then', async () => {
    const before = await questions.list(world.kenya.id);
    const long = like(EXCHANGE, {}, { feedback: 'x'.repeat(5_001) });
    await expect(take(EXCHANGE, long)).rejects.toMatchObject({ reason: 'bank.refusal.text' });
    expect((await questions.list(world.kenya.id)).total).toBe(before.total);
  });
});

describe('changing a question', () => {
  it('notes each version, and is a conflict from an older one', async () => {
    const id = (await take(EXCHANGE)).ids[0]!;
    const change = (version: number, name: string) =>
      world.database.write((write) => questions.change(write, inKenya(), { id, version }, like(EXCHANGE, { name }), world.clock.now()));
    expect(await change(1, 'Two')).toBe(2);
    await expect(change(1, 'Also two')).rejects.toThrow(Conflict);
    const versions = await world.database.read(BankQuestionVersion).find({ where: { questionId: id }, order: { number: 'ASC' } });
    expect(versions.map(({ number, written, act }) => [number, written.name, act])).toEqual([
      [1, 'Exchange points', 'taken'],
      [2, 'Two', 'changed'],
    ]);
  });

  it('finds nothing of another bank', async () => {
    const id = (await take(EXCHANGE)).ids[0]!;
    for (const chapterId of [world.lebanon.id, null]) await expect(questions.byId(chapterId, id)).rejects.toThrow(NotFound);
    expect(await questions.byIds(world.lebanon.id, [id])).toEqual([]);
  });
});

describe('looking for questions', () => {
  it('finds words in any language, tags, types and categories, and reads no pattern into them', async () => {
    const penang = { chapterId: world.penang.id, personId: world.mei.id };
    const arabic = { ...EXCHANGE.texts, ar: { stem: 'ما فائدة نقطة تبادل الإنترنت؟' } };
    await world.database.write(async (write) => {
      await questions.take(
        write,
        penang,
        [like(EXCHANGE, { texts: arabic }), like(EXCHANGE, { tags: ['100%_sure'], category: 'Infra' })],
        world.clock.now(),
      );
    });
    const total = async (filter: Parameters<BankQuestions['list']>[1]) => (await questions.list(world.penang.id, filter)).total;
    expect(await total({ text: 'نُقطة الانترنت' })).toBe(1);
    expect(await total({ text: 'EXCHANGE traffic' })).toBe(2);
    expect(await total({ text: '100%' })).toBe(1);
    expect(await total({ text: '%' })).toBe(1);
    expect(await total({ tags: ['peering'] })).toBe(1);
    expect(await total({ tags: ['peer'] })).toBe(0);
    expect(await total({ types: ['multiple'] })).toBe(0);
    expect(await total({ category: 'Infrastructure' })).toBe(1);
    const facets = await world.app.get(BankQueries, { strict: false }).facets(world.penang.id);
    expect([...facets.tags]).toEqual(
      expect.arrayContaining([
        ['Peering', 1],
        ['100%_sure', 1],
      ]),
    );
    expect(facets.total).toBe(2);
  });
});
