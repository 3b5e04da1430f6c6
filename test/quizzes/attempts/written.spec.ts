import { newId } from '../../../src/kernel/identifier';
import { type Page, read } from '../../support/page';
import { QuizKey } from '../../support/quiz-key';
import { contents } from '../../support/tables';
import { type LearningWorld, startLearning } from '../../support/world';
import { instead, numberField, NUMBERS, type Pairs, sit, type Sitting } from '../sitter';

let world: LearningWorld;
let sitting: Sitting;
const key = new QuizKey('rough-consensus');
const pages = new Map<number, Page>();
let french: Page;
const GAPS = NUMBERS.gapText;

beforeAll(async () => {
  world = await startLearning();
  sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
  french = await sitting.open(NUMBERS.single, '?language=fr');
  sitting.visitor.keep('language', 'en');
  for (const number of Object.values(NUMBERS)) pages.set(number, await sitting.open(number));
});
afterAll(() => world.stop());

/** What stands under “What you wrote”. */
const written = (page: Page) => page.fields.map(({ value }) => String(value));
const right = (number: number) => key.given(key.on(pages.get(number)!), pages.get(number)!, true);
const wordsOf = (number: number) => Object.values(right(number)).flat().map(String);

describe('a field that the question does not ask for', () => {
  it.each<[string, number, Pairs]>([
    ['an answer as a whole beside pairs', NUMBERS.matching, [['answer', '1']]],
    ['an empty answer as a whole beside pairs', NUMBERS.matching, [['answer', '']]],
    ['an answer as a whole beside gaps', GAPS, [['answer', 'accommodated']]],
    ['a part beside a choice', NUMBERS.single, [['part.one', '1']]],
    ['a part beside several choices', NUMBERS.multiple, [['part.a', '1']]],
    ['a part beside a number', NUMBERS.number, [['part.two', '2']]],
    ['a part beside an order', NUMBERS.ordering, [['part.a', '1']]],
    ['a move up beside a choice', NUMBERS.single, [['up', '1']]],
    ['a move down beside pairs', NUMBERS.matching, [['down', '1']]],
    ['a move up beside gaps', GAPS, [['up', '1']]],
    ['a move down beside a number', NUMBERS.number, [['down', '1']]],
  ])('%s is refused, and nothing is saved', async (_, number, others) => {
    const before = await contents(world.database, ['sessions']);
    const page = pages.get(number)!;
    const pairs = [...sitting.pairs(page, number === NUMBERS.ordering ? {} : right(number)), ...others];
    const answer = read(await sitting.send(page.address, pairs).expect(422), page.address);
    expect(answer.heading).toBe('Unknown field');
    const { body } = await sitting.fetch(page.address, pairs).expect(422);
    expect(body).toEqual({ message: expect.stringContaining('a field that does not belong to it') });
    expect(await contents(world.database, ['sessions'])).toEqual(before);
    expect(world.log.faults).toEqual([]);
  });
});

describe('from another site', () => {
  it.each([
    ['a choice', NUMBERS.single],
    ['pairs', NUMBERS.matching],
  ])('the page that refuses %s shows no code of it', async (_, number) => {
    const page = pages.get(number)!;
    const answer = await sitting.send(page.address, sitting.pairs(page, right(number))).set('sec-fetch-site', 'cross-site');
    expect([answer.status, written(read(answer))]).toEqual([403, []]);
  });

  it('the page that refuses a typed gap gives it back', async () => {
    const page = pages.get(GAPS)!;
    const answer = await sitting.send(page.address, sitting.pairs(page, right(GAPS))).set('sec-fetch-site', 'cross-site');
    expect([answer.status, written(read(answer))]).toEqual([403, ['accommodated']]);
  });
});

describe('an answer that comes too late', () => {
  beforeAll(() => sitting.handIn().expect(303));

  const late = async (number: number, pairs: Pairs, query = '') => {
    const address = sitting.addressOf(number);
    return read(
      await sitting.visitor
        .post(address + query)
        .send(new URLSearchParams(pairs).toString())
        .expect(409),
      address,
    );
  };

  it.each([
    ['a choice', NUMBERS.single],
    ['several choices', NUMBERS.multiple],
    ['a number', NUMBERS.number],
  ])('is given back in the words of the page: %s', async (_, number) => {
    const page = await late(number, sitting.pairs(pages.get(number)!, right(number)));
    expect(page.heading).toBe('Already handed in');
    expect([...written(page)].sort()).toEqual([...wordsOf(number)].sort());
  });

  it.each([
    ['pairs', NUMBERS.matching],
    ['gaps', GAPS],
  ])('is given back in the words of the page, part by part: %s', async (_, number) => {
    const said = written(await late(number, sitting.pairs(pages.get(number)!, right(number))));
    const words = wordsOf(number).map((one) => one.replace(/^[A-Z]: /, ''));
    expect(said).toHaveLength(words.length);
    words.forEach((one, index) => expect(said[index]).toContain(one));
  });

  it('an order is given back item by item, as it was sent', async () => {
    const page = pages.get(NUMBERS.ordering)!;
    const said = written(await late(NUMBERS.ordering, sitting.pairs(page)));
    expect(said).toHaveLength(5);
    expect(page.main.indexOf(said[0]!)).toBeLessThan(page.main.indexOf(said[4]!));
    expect(said.every((item) => page.main.includes(item))).toBe(true);
  });

  it('is given back in the language of its reader', async () => {
    const inFrench = new QuizKey('rough-consensus', 'fr');
    const said = await late(NUMBERS.single, sitting.pairs(french, inFrench.given(inFrench.on(french), french, true)), '?language=fr');
    expect(said.language).toBe('fr');
    expect(written(said)).toEqual(Object.values(inFrench.given(inFrench.on(french), french, true)));
    sitting.visitor.keep('language', 'en');
  });

  it.each<[string, number, Pairs]>([
    ['an option that is none', NUMBERS.single, [['answer', '99']]],
    ['an option by its author’s key', NUMBERS.single, [['answer', 'b']]],
    ['constructor', NUMBERS.single, [['answer', 'constructor']]],
    ['a pair that is none', NUMBERS.matching, [['part.constructor', '1']]],
    ['a word of a gap that is none', GAPS, [['part.one', '77']]],
    ['no answer', NUMBERS.number, [['answer', '']]],
  ])('nothing stands there for %s', async (_, number, others) => {
    const pairs = instead(
      [
        ['form', newId()],
        ['sequence', '0'],
        ['turn', '1'],
      ],
      ...others,
    );
    const page = await late(number, pairs);
    expect([page.heading, written(page)]).toEqual(['Already handed in', []]);
  });

  it('what is no number is given back as it was typed', async () => {
    const page = pages.get(NUMBERS.number)!;
    expect(written(await late(NUMBERS.number, sitting.pairs(page, { [numberField(page)]: 'about 12' })))).toEqual(['about 12']);
  });
});
