import { request } from 'node:http';
import { PlainHands } from '../support/hands';
import { open } from '../support/page';
import { QuizKey } from '../support/quiz-key';
import { Story } from '../support/story';
import { as, sessionFor, stranger } from '../support/visitor';
import { invitationTo, type LearningWorld, startLearning } from '../support/world';

let world: LearningWorld;
beforeAll(async () => {
  world = await startLearning();
});
afterAll(() => world.stop());

/** What comes over the line for an address: headers, and a body that is packed as every browser asks for it. */
async function bytesOf(address: string): Promise<number> {
  const headers = { cookie: `session=${await sessionFor(world, world.wanjiku)}`, 'accept-encoding': 'gzip' };
  return new Promise((come, failed) => {
    const asked = request(new URL(address, world.address), { headers }, (answer) => {
      expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'gzip']);
      let bytes = answer.rawHeaders.reduce((sum, word) => sum + word.length + 2, 0);
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => come(bytes)).on('error', failed);
    });
    asked.on('error', failed).end();
  });
}

/** Everything that a trainee opens from the first lesson to the result of the quiz. */
async function everything(): Promise<number> {
  const story = new Story('en');
  const hands = new PlainHands(as(world, world.wanjiku));
  const assets = new Set<string>();
  let bytes = 0;
  const weigh = async (address: string) => {
    bytes += await bytesOf(address);
    const { html } = await open(as(world, world.wanjiku), address);
    for (const [, asset] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) assets.add(asset!);
  };
  const { links } = await hands.goTo('/learning');
  const lessons = links.map(({ address }) => address).filter((address) => address.startsWith('/lessons/'));
  for (const address of new Set(lessons)) await weigh(address);
  await story.readLessons(hands);
  await weigh((await hands.page()).address);
  const question = await hands.press(story.say('quizzes.start.begin'));
  const attempt = question.address.replace(/\/questions\/1$/, '');
  const key = new QuizKey('rough-consensus');
  for (let number = 1; number <= key.count; number++) {
    await weigh(`${attempt}/questions/${number}`);
    await key.answer(hands, true);
  }
  await weigh(attempt);
  const result = await hands.press(story.say('quizzes.summary.hand-in'));
  await weigh(result.address);
  for (const asset of assets) if (!asset.endsWith('.svg')) bytes += await bytesOf(asset);
  return bytes;
}

describe('the kilobytes on the invitation', () => {
  it('are what everything weighs, give or take a quarter', async () => {
    const page = await open(stranger(world), await invitationTo(world, world.cohort));
    const said = Number(/About (\d+) kB for everything/.exec(page.main)![1]) * 1000;
    const real = await everything();
    expect(Math.abs(said - real) / real).toBeLessThan(0.25);
  });

  it('are said in the words of the reader', async () => {
    const address = await invitationTo(world, world.cohort);
    const said = async (language: string) => (await open(stranger(world), `${address}?language=${language}`)).main;
    expect(await said('fr')).toMatch(/\d+ ko/);
    expect(await said('ru')).toMatch(/\d+ кБ/);
    expect(await said('ar')).toMatch(/\d+ كيلوبايت/);
  });
});
