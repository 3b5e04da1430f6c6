import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { open } from '../support/page';
import { answerAll, quizAddress, saved, sit, type Sitting, startChanged } from './sitting';

type Changed = Awaited<ReturnType<typeof startChanged>>;

const QUESTIONS = 14;

/** Another key for every question whose options are not their own key, other words to explain it, other places to read again. */
const OTHER_KEY: Parameters<typeof startChanged>[0] = {
  'quizzes/rough-consensus/quiz.yml': [
    ['right: b\n', 'right: a\n'],
    ['right: d\n', 'right: b\n'],
    ['right: [a, c, d]', 'right: [b, c, e]'],
    ['{ tired: c, trade: a, fine: e, empty: b }', '{ tired: a, trade: b, fine: c, empty: d }'],
    ['right: c\n', 'right: d\n'],
    ['value: 2, tolerance: 0', 'value: 12, tolerance: 3'],
    ['options: [a, b, c], right: b', 'options: [a, b, c], right: c'],
    ['value: 1, tolerance: 0', 'value: 3, tolerance: 1'],
    ['options: [a, b, c], right: a', 'options: [a, b, c], right: b'],
    ['{ ietf: d, gac: a, igf: e, w3c: b }', '{ ietf: a, gac: b, igf: c, w3c: d }'],
    [/right: a\n$/, 'right: c\n'],
    ['read: humming#numbers', 'read: humming#what-a-hum-is'],
  ],
  'quizzes/rough-consensus/en.yml': [
    ['answers: [accommodated, accomodated, acommodated]', 'answers: [overlooked]'],
    ['answers: [mailing list, mailing-list, mail list, email list, e-mail list, list, mailing lists]', 'answers: [telegraph]'],
  ],
};

let twins: [Changed, Changed];
let sittings: [Sitting, Sitting];

beforeAll(async () => {
  twins = [await startChanged({}), await startChanged(OTHER_KEY)];
  const [first, second] = [await begin(twins[0]), await begin(twins[1])];
  await twins[1].database.write((write) => write.update(Attempt, { id: second.id }, { id: first.id })); // options are mixed by it
  sittings = [first, Object.assign(second, { address: first.address })];
});
afterAll(() => Promise.all(twins.map((world) => world.stop())));

const begin = (world: Changed) => sit(world, world.wanjiku, world.studies.wanjiku);
/** Only the ids of forms and places differ between any two runs. */
const withoutIds = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '·');
const both = (address: string) =>
  Promise.all(sittings.map(async ({ visitor }) => withoutIds((await visitor.get(address).expect(200)).text))) as Promise<[string, string]>;

describe('two quizzes that differ in nothing but the key', () => {
  const numbers = Array.from({ length: QUESTIONS }, (_, index) => index + 1);

  it.each(numbers)('ask question %i byte for byte alike', async (number) => {
    const [one, other] = await both(sittings[0].addressOf(number));
    expect(one).toContain('id="answer"');
    expect(other).toBe(one);
  });

  it('are alike before beginning, among all answers, and in what they say of an answer that cannot be taken', async () => {
    const starts = await Promise.all(
      twins.map(async (world, index) => withoutIds((await open(sittings[index]!.visitor, quizAddress(world.studies.wanjiku))).html)),
    );
    expect(starts[1]).toBe(starts[0]);
    const [one, other] = await both(sittings[0].address);
    expect(other).toBe(one);
    const wrong = await Promise.all(
      sittings.map(async (sitting) => {
        const page = await sitting.open(9);
        const [field] = page.fields;
        return withoutIds((await sitting.save(page, { [field!.label]: 'about two' }).expect(422)).text);
      }),
    );
    expect(wrong[1]).toBe(wrong[0]);
  });

  it('stay alike when everything is answered, and differ from the moment of handing in', async () => {
    for (const sitting of sittings) await answerAll(sitting);
    const [first, second] = await Promise.all(twins.map((world, index) => saved(world, sittings[index]!)));
    expect(second).toEqual(first);
    for (const number of numbers) {
      const [one, other] = await both(sittings[0].addressOf(number));
      expect(other).toBe(one);
    }
    const [one, other] = await both(sittings[0].address);
    expect(other).toBe(one);
    for (const sitting of sittings) await sitting.handIn().expect(303);
    const results = await Promise.all(sittings.map((sitting) => sitting.result()));
    expect(results.map(({ heading }) => heading)).toEqual(['You passed, with 35 of 35 points', expect.stringMatching(/^Not passed yet/)]);
  });
});
