import { BankQuestions } from '../../../src/quizzes/bank/bank-questions.service';
import { QuestionUses } from '../../../src/quizzes/bank/question-uses.service';
import type { Person } from '../../../src/people/person.entity';
import { PlainHands } from '../../support/hands';
import { knock, post } from '../../support/knock';
import { as } from '../../support/visitor';
import { newId } from '../../../src/kernel/identifier';
import { startWorld, type World } from '../../support/world';
import { OF_EVERY_TYPE } from '../../support/bank-questions';
import { EXCHANGE, like } from './written';

let world: World;
let questions: BankQuestions;
beforeAll(async () => {
  world = await startWorld();
  questions = world.app.get(BankQuestions, { strict: false });
});
afterAll(() => world.stop());

const LIST = '/chapters/kenya/questions';
const take = async (chapterId: string | null, ...written: (typeof EXCHANGE)[]) => {
  const author = { chapterId, personId: world.tomas.id };
  return (await world.database.write((write) => questions.take(write, author, written, world.clock.now()))).ids;
};
const inKenya = (...written: (typeof EXCHANGE)[]) => take(world.kenya.id, ...written);
const send = (who: Person, address: string, fields: Record<string, string> | [string, string][]) =>
  post(
    world,
    address,
    who,
    new URLSearchParams([['form', newId()], ...(Array.isArray(fields) ? fields : Object.entries(fields))]).toString(),
  );
const hands = (who: Person) => new PlainHands(as(world, who));

it('who writes finds the way to files of questions on the list, and who only reads to taking them away', async () => {
  const waysOf = async (list: string) => {
    const reader = hands(world.tomas);
    await reader.goTo(list);
    const page = await reader.follow('Take questions away');
    return [page.heading, (await reader.goTo(list)).links.some(({ name }) => name === 'Bring questions')];
  };
  expect(await waysOf(LIST)).toEqual(['Take questions away', true]);
  expect(await waysOf('/questions')).toEqual(['Take questions away', false]);
});

describe('a question that cannot be taken', () => {
  it('comes back with everything that was typed, and what to correct', async () => {
    const tomas = hands(world.tomas);
    await tomas.goTo(`${LIST}/new`);
    const page = await tomas.press('Save', {
      'Question text': 'Which?',
      'Answer A': 'The same',
      'Answer B': 'the  SAME',
      Points: 'two',
      Tags: 'x',
    });
    expect(page.status).toBe(422);
    expect(page.errors.map((one) => one)).toEqual([
      'Write a number between 1 and 100',
      'Two answers say the same: the SAME',
      'Mark what is right',
    ]);
    expect([page.field('Points').value, page.field('Tags').value, page.field('Answer B').value]).toEqual(['two', 'x', 'the  SAME']);
    expect((await questions.list(world.kenya.id)).total).toBe(0);
  });

  it('is refused when it is too much', async () => {
    const long = await send(world.tomas, `${LIST}/new`, { type: 'description', stem: 'x'.repeat(5_001) });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('A text is at most 5,000 characters long')]);
    const many = Array.from({ length: 27 }, (_, index) => `k${index}`);
    const options = many.flatMap((key): [string, string][] => [
      ['options', key],
      [`option.${key}`, key],
    ]);
    const answer = await send(world.tomas, `${LIST}/new`, [['type', 'ordering'], ['stem', 'Order'], ...options]);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('A question takes at most 26 answers')]);
  });

  it('is a page with both texts when somebody else was first, and nothing is lost', async () => {
    const [id] = await inKenya(EXCHANGE);
    const [tomas, amara] = [hands(world.tomas), hands(world.amara)];
    await tomas.goTo(`${LIST}/${id}`);
    await amara.goTo(`${LIST}/${id}`);
    await amara.press('Save', { 'Question text': 'What happens at an exchange point?' });
    const stale = await tomas.press('Save', { 'Question text': 'What is an exchange point for?' });
    expect([stale.status, stale.heading]).toEqual([409, 'Somebody else changed this question first']);
    expect(stale.main).toContain('What happens at an exchange point?');
    expect(stale.main).toContain('What is an exchange point for?');
    await tomas.press('Keep mine');
    const kept = await questions.byId(world.kenya.id, id!);
    expect([kept.version, kept.texts.en!['stem'], kept.texts.en!['options.b.text']]).toEqual([
      3,
      'What is an exchange point for?',
      'It lets networks hand traffic to each other locally',
    ]);
  });
});

describe('several questions at once', () => {
  it('are tagged, moved, put away and brought back; a page that is stale changes none of them', async () => {
    const [first, second] = await inKenya(like(EXCHANGE, { name: 'First' }), like(EXCHANGE, { name: 'Second' }));
    const picked = (version: number) => [first, second].map((id): [string, string] => ['picked', `${id}.${version}`]);
    const bulk = (version: number, fields: [string, string][]) => send(world.tomas, `${LIST}/changes`, [...picked(version), ...fields]);
    const both = () => questions.byIds(world.kenya.id, [first!, second!]);
    expect(
      (
        await bulk(1, [
          ['do', 'add-tag'],
          ['tag', 'Basics'],
        ])
      ).status,
    ).toBe(303);
    expect((await both()).map(({ tags }) => tags)).toEqual([
      ['Peering', 'Basics'],
      ['Peering', 'Basics'],
    ]);
    expect(
      (
        await bulk(2, [
          ['do', 'remove-tag'],
          ['tag', 'peering'],
        ])
      ).status,
    ).toBe(303);
    expect(
      (
        await bulk(3, [
          ['do', 'move'],
          ['category', 'Basics / Names '],
        ])
      ).status,
    ).toBe(303);
    expect((await both()).map(({ tags, category }) => [...tags, category])).toEqual([
      ['Basics', 'Basics/Names'],
      ['Basics', 'Basics/Names'],
    ]);
    const stale = await send(world.tomas, `${LIST}/changes`, [
      ['picked', `${first}.4`],
      ['picked', `${second}.3`],
      ['do', 'archive'],
    ]);
    expect(stale.status).toBe(409);
    expect((await both()).map(({ archivedAt }) => archivedAt)).toEqual([null, null]);
    expect((await bulk(4, [['do', 'archive']])).status).toBe(303);
    expect((await both()).every(({ archivedAt }) => archivedAt)).toBe(true);
    expect((await bulk(5, [['do', 'bring-back']])).status).toBe(303);
    expect((await both()).every(({ archivedAt }) => !archivedAt)).toBe(true);
  });

  it('of another chapter are not there', async () => {
    const [theirs] = await take(world.lebanon.id, EXCHANGE);
    const answer = await send(world.tomas, `${LIST}/changes`, { picked: `${theirs}.1`, do: 'archive' });
    expect(answer.status).toBe(404);
    for (const address of [`${LIST}/${theirs}`, `${LIST}/${theirs}/look`, `${LIST}/${theirs}/history`, `${LIST}/${theirs}/words/ar`])
      expect((await knock(world, address, { who: world.tomas })).status).toBe(404);
  });
});

describe('versions', () => {
  it('say what changed and who did it, and come back', async () => {
    const [id] = await inKenya(EXCHANGE);
    const tomas = hands(world.tomas);
    await tomas.goTo(`${LIST}/${id}`);
    await tomas.press('Save', { 'Answer A': 'It sells Internet access', Answers: 'A is right' });
    const page = await tomas.follow('Versions');
    expect(page.main).toContain('It sells Internet access to homes');
    expect(page.main).toContain('changed · Tomás Vega');
    await tomas.press('Bring this version back: 1');
    const now = await questions.byId(world.kenya.id, id!);
    expect([now.version, now.structure]).toMatchObject([3, { right: 'b' }]);
  });
});

describe('the bank that all chapters share', () => {
  it('is read by every team, and a copy is a chapter’s own', async () => {
    const [shared] = await take(null, like(OF_EVERY_TYPE.single, { externalId: 'shared-1' }));
    const nour = hands(world.nour);
    await nour.goTo('/questions?language=en');
    await nour.follow(/Single: who meets/);
    const tried = await nour.press('Try it');
    expect(tried.main).toContain('Nothing was answered');
    await nour.press(/^Copy to our questions/);
    const { questions: copies } = await questions.list(world.lebanon.id, { text: 'Single' });
    expect(copies).toHaveLength(1);
    expect(copies[0]!.id).not.toBe(shared);
    expect(copies[0]!.structure.key).toBe(copies[0]!.id.slice(24));
    expect([copies[0]!.externalId, copies[0]!.texts.ar]).toEqual([null, OF_EVERY_TYPE.single.texts.ar]);
    expect((await send(world.nour, `/questions/${shared}`, { type: 'description', stem: 'Mine', version: '1' })).status).toBe(404);
    const foreign = (await inKenya(EXCHANGE))[0]!;
    expect((await send(world.nour, '/chapters/lebanon/questions/copies', { question: foreign })).status).toBe(404); // only what is shared
  });
});

describe('where a question is used', () => {
  it('is told by whoever uses it, and shown in the list', async () => {
    const [id] = await inKenya(like(EXCHANGE, { name: 'Used here' }, { stem: 'Where is this used?' }));
    world.app
      .get(QuestionUses, { strict: false })
      .add((_, ids) => Promise.resolve(new Map(ids.includes(id!) ? [[id!, [{ name: 'Week one', address: '/' }]]] : [])));
    const { main } = await hands(world.tomas).goTo(`${LIST}?text=where+is+this+used`);
    expect(main).toContain('in 1 quiz');
    expect((await hands(world.tomas).goTo(`${LIST}/${id}/look`)).main).toContain('Week one');
  });
});

describe('a translation', () => {
  it('says what is stale until somebody has looked, and keeps one key', async () => {
    const [id] = await inKenya(OF_EVERY_TYPE['gap-text']);
    const amara = hands(world.amara);
    await amara.goTo(`${LIST}/${id}/words/fr`);
    await amara.press('Save the translation', {
      'Question text': 'Complétez',
      'What fits into one': 'consensus\naccord',
      'Text with its gaps': 'Un {{one}} et du {{two}}.',
    });
    const saved = await questions.byId(world.kenya.id, id!);
    expect(saved.texts.fr).toEqual({
      stem: 'Complétez',
      text: 'Un {{one}} et du {{two}}.',
      'gaps.one.answers.1': 'consensus',
      'gaps.one.answers.2': 'accord',
    });
    await amara.goTo(`${LIST}/${id}`);
    await amara.press('Save', { 'Question text': 'Complete this' });
    await amara.goTo(`${LIST}/${id}/words/fr`);
    expect((await amara.page()).main).toContain('The original changed since');
    await amara.press('Save the translation', { 'This translation still holds': true });
    expect((await amara.page()).main).not.toContain('The original changed since');
    expect((await questions.byId(world.kenya.id, id!)).structure).toEqual({ ...saved.structure });
  });
});

it('the languages of a question are listed as the page’s own language lists', async () => {
  const texts = { ...EXCHANGE.texts, fr: { stem: 'Qui ?' }, es: { stem: '¿Quién?' } };
  await inKenya({ ...EXCHANGE, externalId: 'in-three', texts });
  const page = await hands(world.tomas).goTo(`${LIST}?language=ar`);
  const row = page.rows(/Español/).find((text) => text.includes('English') && text.length > 30);
  expect(row).toMatch(/English.*Français.*Español/);
  expect(row).not.toContain(', ');
});
