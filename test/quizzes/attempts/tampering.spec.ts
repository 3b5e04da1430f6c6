import { newId } from '../../../src/kernel/identifier';
import { read } from '../../support/page';
import { QuizKey } from '../../support/quiz-key';
import { contents } from '../../support/tables';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { instead, NUMBERS, type Pairs, sit, type Sitting, valueOf } from '../sitter';

let world: LearningWorld;
let sitting: Sitting;
const key = new QuizKey('rough-consensus');

beforeAll(async () => {
  world = await startLearning();
  sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
  for (const number of Object.values(NUMBERS)) {
    const page = await sitting.open(number);
    await sitting.save(page, key.given(key.on(page), page, true)).expect(303);
  }
});
afterAll(() => world.stop());

/** Sends pairs and hears what is said; nothing in the whole database is different afterwards. */
async function refused(number: number, pairs: (own: Pairs) => Pairs, status: number): Promise<string[]> {
  const page = await sitting.open(number);
  const before = await contents(world.database);
  const answer = await sitting.send(page.address, pairs(sitting.pairs(page))).expect(status);
  expect(await contents(world.database)).toEqual(before);
  expect(world.log.faults).toEqual([]);
  const said = read(answer, page.address);
  return said.errors.length ? said.errors : [said.heading];
}

const CHOOSE = 'Choose from what this question offers';

describe('an answer that this question does not offer', () => {
  it.each<[string, number, Pairs]>([
    ['an option counted too far', NUMBERS.single, [['answer', '5']]],
    ['option 99', NUMBERS.single, [['answer', '99']]],
    ['option 0', NUMBERS.single, [['answer', '0']]],
    ['option -1', NUMBERS.single, [['answer', '-1']]],
    ['an option by its author’s key', NUMBERS.single, [['answer', 'b']]],
    ['an option in Arabic digits', NUMBERS.single, [['answer', '١']]],
    ['constructor', NUMBERS.single, [['answer', 'constructor']]],
    ['a question mark', NUMBERS.single, [['answer', '?']]],
    [
      'one that is there and one that is not',
      NUMBERS.multiple,
      [
        ['answer', '1'],
        ['answer', '6'],
      ],
    ],
    ['an author’s key among several', NUMBERS.multiple, [['answer', 'a']]],
    ['a description counted too far', NUMBERS.matching, [['part.tired', '6']]],
    ['an item of another question', NUMBERS.matching, [['part.ietf', '1']]],
    ['an item called constructor', NUMBERS.matching, [['part.constructor', '1']]],
    ['a word counted too far', NUMBERS.gapText, [['part.one', '4']]],
    ['a word by its author’s key', NUMBERS.gapText, [['part.one', 'b']]],
    ['a gap of another question', NUMBERS.gapText, [['part.three', 'list']]],
    ['a gap called constructor', NUMBERS.gapText, [['part.constructor', '1']]],
    ['an item to move that is not there', NUMBERS.ordering, [['up', '6']]],
    ['an item to move by the number 999', NUMBERS.ordering, [['down', '999']]],
  ])('%s', async (_, number, others) => {
    expect(await refused(number, (own) => instead(own, ...others), 422)).toEqual([CHOOSE]);
  });

  it.each<[string, number, (own: Pairs) => Pairs, string]>([
    ['two answers to a single choice', NUMBERS.single, (own) => instead(own, ['answer', '1'], ['answer', '2']), 'Give one answer'],
    ['two numbers', NUMBERS.number, (own) => instead(own, ['answer', '1'], ['answer', '2']), 'Give one answer'],
    [
      'an order without one item',
      NUMBERS.ordering,
      (own) => instead(own, ['answer', '1'], ['answer', '2'], ['answer', '3']),
      'Keep every item in the list',
    ],
    [
      'an order with one item twice',
      NUMBERS.ordering,
      (own) => instead(own, ...['1', '1', '2', '3', '4'].map((code) => ['answer', code] as [string, string])),
      'Keep every item in the list',
    ],
    ['a gap of 201 characters', NUMBERS.gapText, (own) => instead(own, ['part.two', '😀'.repeat(201)]), 'Use at most 200 characters'],
    [
      'a gap with NUL',
      NUMBERS.gapText,
      (own) => instead(own, ['part.two', 'accom\0modated']),
      'This contains characters that cannot be shown. Type it again instead of pasting it.',
    ],
    [
      'a gap with a bidi override',
      NUMBERS.gapText,
      (own) => instead(own, ['part.two', '\u202edetadommocca']),
      'This contains characters that cannot be shown. Type it again instead of pasting it.',
    ],
    ['a sequence that is no number', NUMBERS.single, (own) => instead(own, ['sequence', '-1']), 'This is missing'],
    ['a turn that is no number', NUMBERS.single, (own) => instead(own, ['turn', '1.5']), 'This is missing'],
    ['another place to go to', NUMBERS.single, (own) => instead(own, ['go', '//evil.example']), 'This is missing'],
  ])('%s', async (_, number, pairs, said) => {
    expect(await refused(number, pairs, 422)).toEqual([said]);
  });

  it.each<[string, number, (own: Pairs) => Pairs, number, string]>([
    ['a field that nobody declared', NUMBERS.single, (own) => [...own, ['points', '35']], 422, 'Unknown field'],
    ['the answer to another question beside it', NUMBERS.single, (own) => [...own, ['question', 'bodies']], 422, 'Unknown field'],
    ['another attempt’s id beside it', NUMBERS.single, (own) => [...own, ['attemptId', newId()]], 422, 'Unknown field'],
    ['a gap whose name has two dots', NUMBERS.gapText, (own) => [...own, ['part.two.two', 'x']], 400, 'This form could not be read'],
    ['a gap whose name is empty', NUMBERS.gapText, (own) => [...own, ['part.', 'x']], 400, 'This form could not be read'],
    ['a gap called __proto__', NUMBERS.gapText, (own) => [...own, ['part.__proto__', 'x']], 400, 'This form could not be read'],
    ['a gap twice', NUMBERS.gapText, (own) => [...own, ['part.two', 'x']], 400, 'This form could not be read'],
    ['a family as a whole', NUMBERS.gapText, (own) => [...own, ['part', 'x']], 422, 'Unknown field'],
    ['no form id', NUMBERS.single, (own) => own.filter(([name]) => name !== 'form'), 400, 'This form could not be read'],
    ['a form id of another kind', NUMBERS.single, (own) => instead(own, ['form', 'a'.repeat(36)]), 400, 'This form could not be read'],
  ])('%s', async (_, number, pairs, status, said) => {
    expect(await refused(number, pairs, status)).toEqual([said]);
  });

  it('a place to go to that does not exist leads to all answers', async () => {
    for (const go of ['0', '15', '999', 'summary']) {
      const page = await sitting.open(NUMBERS.single);
      const { headers } = await sitting.send(page.address, instead(sitting.pairs(page), ['go', go])).expect(303);
      expect(headers['location']).toBe(sitting.address);
    }
  });

  it('what was chosen and typed beside a mistake stays as it was', async () => {
    const page = await sitting.open(NUMBERS.gapText);
    const [first, second] = page.fields as [(typeof page.fields)[number], (typeof page.fields)[number]];
    const other = first.options.find((one) => one !== first.value && one !== 'Choose')!;
    const long = 'x'.repeat(201);
    const wrong = read(await sitting.save(page, { [first.label]: other, [second.label]: long }).expect(422), page.address);
    expect(wrong.field(first.label).value).toBe(other);
    expect(wrong.field(second.label).value).toBe(long);
  });
});

describe('somebody else’s attempt', () => {
  it.each([
    ['Baraka, of the same cohort', 'baraka'],
    ['Mei, of another chapter', 'mei'],
    ['Amara, who leads the chapter', 'amara'],
    ['Sofia, who looks after the site', 'sofia'],
  ] as const)('%s, finds what is not there, byte for byte, and changes nothing', async (_, name) => {
    const other = as(world, world[name]);
    const before = await contents(world.database, ['sessions']);
    const missing = `/attempts/${newId()}`;
    for (const rest of ['', '/questions/1', '/questions/15', '/questions/abc', '/result']) {
      const foreign = await other.get(sitting.address + rest).expect(404);
      expect(foreign.text).toBe((await other.get(missing + rest).expect(404)).text);
      expect(foreign.headers['content-length']).toBe((await other.get(missing + rest)).headers['content-length']);
    }
    for (const rest of ['/questions/1', '/hand-in']) {
      const body = { form: newId(), ...(rest !== '/hand-in' && { sequence: '1', answer: '1' }) };
      const foreign = await other
        .post(sitting.address + rest)
        .send(body)
        .expect(404);
      expect(foreign.text).toBe(
        (
          await other
            .post(missing + rest)
            .send(body)
            .expect(404)
        ).text,
      );
    }
    expect(await contents(world.database, ['sessions'])).toEqual(before);
  });

  it.each(['abc', '-1', '1e9', '9'.repeat(400), newId().toUpperCase(), `${newId()}%00`, '..%2f..%2fhealth', 'null', '%ED%A0%80'])(
    'nobody finds an attempt called %s',
    async (id) => {
      const answer = await sitting.visitor.get(`/attempts/${id}/questions/1`);
      expect([400, 404]).toContain(answer.status);
      expect(read(answer).heading).toMatch(/Nothing here|could not be read/);
      expect(world.log.faults).toEqual([]);
    },
  );

  it('a page that names another question’s number saves to the question of its address', async () => {
    const page = await sitting.open(NUMBERS.number);
    const sequence = valueOf(await sitting.open(11), 'sequence')!;
    await sitting.send(sitting.addressOf(11), instead(sitting.pairs(page), ['sequence', sequence], ['answer', '1'])).expect(303);
    expect(valueOf(await sitting.open(11), 'answer')).toBe('1');
    expect(valueOf(await sitting.open(NUMBERS.number), 'answer')).toBe('2');
  });
});
