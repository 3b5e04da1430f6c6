import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { open } from '../../support/page';
import { signIn } from '../../support/visitor';
import { answerAll, quizAddress, saved, sit, type Sitting, startChanged } from '../sitter';
import { startSmall } from '../small-quiz';

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

describe('two quizzes that tell nothing after handing in, and differ in nothing but the key', () => {
  const SILENT = {
    during: [],
    immediately: ['attempt', 'most', 'specific'],
    open: ['attempt', 'most', 'specific'],
    closed: ['marks', 'right-answer'],
  } as const;
  const small = (right: Record<string, unknown>) =>
    startSmall({
      passMark: 100,
      settings: { shuffle: { questions: false, options: true }, behaviour: 'immediate', review: SILENT },
      right,
    });
  let worlds: Changed[];
  let taken: Sitting[];

  beforeAll(async () => {
    worlds = await Promise.all([small({}), small({ chair: 'a', hum: false, months: { value: 7, tolerance: 1 } })]);
    const begun = await Promise.all(worlds.map(begin));
    await worlds[1]!.database.write((write) => write.update(Attempt, { id: begun[1]!.id }, { id: begun[0]!.id }));
    taken = [begun[0]!, Object.assign(begun[1]!, { address: begun[0]!.address })];
    for (const sitting of taken) sitting.visitor.keep('language', 'en');
  });
  afterAll(() => Promise.all(worlds.map((world) => world.stop())));

  const alike = async (address: (index: number) => string) => {
    const [one, other] = await Promise.all(
      taken.map(async ({ visitor }, index) => withoutIds((await visitor.get(address(index)).expect(200)).text)),
    );
    expect(other).toBe(one);
    return one;
  };

  it('are alike when every answer was checked, when all is handed in, later, and where tries are listed', async () => {
    for (const [number, given] of [
      [1, { 'Who says that there is rough consensus?': 'A vote' }],
      [2, { 'A hum starts the conversation.': 'True' }],
      [3, { 'Your number': '3' }],
    ] as const) {
      for (const sitting of taken) await sitting.save(await sitting.open(number), given, 'Check').expect(303);
      expect(await alike(() => taken[0]!.addressOf(number))).toContain('Checked. This answer stands.');
    }
    for (const sitting of taken) await sitting.handIn().expect(303);
    for (const minutes of [0, 10]) {
      for (const world of worlds) world.clock.advance({ minutes });
      expect(await alike(() => `${taken[0]!.address}/result`)).toContain('Handed in');
      await alike((index) => quizAddress(worlds[index]!.studies.wanjiku));
      await alike((index) => `/learning/${worlds[index]!.studies.wanjiku}/record`);
    }
  });

  it('differ once the cohort is over and it may be known', async () => {
    for (const world of worlds) world.clock.set('2027-04-12T09:00:00Z');
    const texts = await Promise.all(
      taken.map(
        async ({ address }, index) =>
          (await (await signIn(worlds[index]!, worlds[index]!.wanjiku)).get(`${address}/result`).expect(200)).text,
      ),
    );
    expect(withoutIds(texts[1]!)).not.toBe(withoutIds(texts[0]!));
  });
});
