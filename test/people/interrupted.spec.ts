import { Certificate } from '../../src/certificates/certificate.entity';
import { Completion } from '../../src/progress/completion.entity';
import { Answer } from '../../src/quizzes/attempts/answer.entity';
import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { finish } from '../certificates/finished';
import { NUMBERS, quizAddress } from '../quizzes/sitter';
import { PlainHands } from '../support/hands';
import type { Page } from '../support/page';
import { QuizKey } from '../support/quiz-key';
import { contents } from '../support/tables';
import { PASSWORD, signIn } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

let world: LearningWorld;
let hands: PlainHands;
beforeAll(async () => {
  world = await startLearning();
  hands = new PlainHands(await signIn(world, world.wanjiku));
});
afterAll(() => world.stop());

const signedInAs = (email: string) => hands.press('Sign in', { 'E-mail address': email, Password: PASSWORD });
const key = new QuizKey('rough-consensus');

/** Presses a button after the session has ended, signs in again and looks at what is offered: nothing is done yet. */
async function interrupted(
  button: string | RegExp,
  given: Parameters<PlainHands['press']>[1] = {},
  email = 'wanjiku@example.org',
): Promise<Page> {
  const before = await contents(world.database, ['sessions']);
  await hands.loseSession();
  const asked = await hands.press(button, given);
  expect([asked.status, asked.main]).toEqual([401, expect.stringContaining('what you wrote is kept')]);
  const offered = await signedInAs(email);
  expect([offered.status, offered.heading]).toEqual([200, 'Your text is still here']);
  expect(await contents(world.database, ['sessions'])).toEqual(before);
  return offered;
}

/** Whoever does not want to send it goes back to where it stood, which is a page. */
async function back(offered: Page): Promise<string> {
  const page = await new PlainHands(await signIn(world, world.wanjiku)).goTo(offered.link('Do not send it'));
  expect([page.status, page.heading]).not.toContain('Nothing here');
  return page.address;
}

describe('whoever is signed out on the way to a certificate', () => {
  it('has read the lesson, after signing in again', async () => {
    const lesson = `/lessons/${world.studies.wanjiku}/rough-consensus/where-the-idea-comes-from`;
    await hands.goTo(lesson);
    const offered = await interrupted(/I have read this|Next/);
    expect(await back(offered)).toBe(lesson);
    const next = await hands.press('Send it now');
    expect(next.address).toBe(lesson.replace('where-the-idea-comes-from', 'what-rough-means'));
    expect(await world.database.read(Completion).countBy({ enrolmentId: world.studies.wanjiku })).toBe(1);
  });

  it('begins the quiz once, keeps every answer of every kind, and hands in', async () => {
    await finish(world, world.wanjiku, world.studies.wanjiku, { but: ['quiz'] });
    await hands.goTo(quizAddress(world.studies.wanjiku));
    expect(await back(await interrupted('Begin'))).toBe(quizAddress(world.studies.wanjiku));
    let page = await hands.press('Send it now');
    const [attempt] = await world.database.read(Attempt).findBy({ enrolmentId: world.studies.wanjiku });
    for (let number = 1; number <= key.count; number++) {
      page = await hands.goTo(`/attempts/${attempt!.id}/questions/${number}`);
      const given = key.given(key.on(page), page, true);
      const offered = await interrupted(/^Save(?! and go back)/, given);
      if (number === NUMBERS.multiple) expect(await back(offered)).toBe(page.address);
      page = await hands.press('Send it now');
      expect([number, page.status]).toEqual([number, 200]);
    }
    expect(await world.database.read(Answer).countBy({ attemptId: attempt!.id })).toBe(key.count);
    await hands.goTo(`/attempts/${attempt!.id}`);
    expect(await back(await interrupted('Hand in'))).toBe(`/attempts/${attempt!.id}/hand-in`);
    const result = await hands.press('Send it now');
    expect(result.heading).toMatch(/^You passed/);
    expect(result.main).toMatch(/Show the 1[234] questions that are right/); // two orders stayed as they were shuffled
  });

  it('gets one certificate, with the name as it was typed', async () => {
    const address = `/learning/${world.studies.wanjiku}/certificate`;
    await hands.goTo(address);
    const offered = await interrupted('Issue my certificate', { 'Your name will print as': 'Wanjiku “W.” Kamau' });
    expect(offered.main).toContain('Wanjiku “W.” Kamau');
    expect(await back(offered)).toBe(address);
    expect((await hands.press('Send it now')).main).toContain('Wanjiku “W.” Kamau');
    expect(await world.database.read(Certificate).count()).toBe(1);
  });
});

it('somebody else who signs in at that page finds nothing, keeps the words, and changes nothing', async () => {
  hands = new PlainHands(await signIn(world, world.baraka));
  await finish(world, world.baraka, world.studies.baraka);
  await hands.goTo(`/learning/${world.studies.baraka}/certificate`);
  await interrupted('Issue my certificate', { 'Your name will print as': 'Baraka B. Mwangi' }, 'tomas@example.org');
  const before = await contents(world.database);
  const page = await hands.press('Send it now');
  expect([page.status, page.heading]).toEqual([404, 'Nothing here']);
  expect(page.fields.map(({ value }) => value)).toEqual(['Baraka B. Mwangi']);
  expect(await contents(world.database)).toEqual(before);
});
