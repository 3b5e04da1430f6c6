import { languageGaps } from '../../../src/quizzes/analysis/language-gap';
import { PlainHands } from '../../support/hands';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { publishEssayQuiz } from './essay-quiz';
import { handedIn, type Way } from './many';

/** How many of thirty are right: those who know the other answer and those who do not, where the translation is sound and where it is not. */
const SOUND = { knows: 25, others: 12 };
const FAULTY = { knows: 4, others: 2 };
const EACH = 30;

describe('a translation that misleads', () => {
  it('is measured as by hand: the odds of five to one in one stratum, two to three in the other', () => {
    const rows = (language: 'ar' | 'en', { knows, others }: typeof SOUND) =>
      [
        [1, knows],
        [0, others],
      ].flatMap(([rest, right]) => [
        { language, rest: rest!, right: true, times: right! },
        { language, rest: rest!, right: false, times: EACH - right! },
      ]);
    const [ar, en] = languageGaps([...rows('en', SOUND), ...rows('ar', FAULTY)]);
    const odds = ((25 * 26) / 60 + (12 * 28) / 60) / ((5 * 4) / 60 + (18 * 2) / 60);
    expect(ar).toMatchObject({ language: 'ar', n: 60, share: 10, harder: true, easier: false });
    expect(ar!.delta).toBeCloseTo(-2.35 * Math.log(odds), 12);
    expect(en!.delta).toBeCloseTo(2.35 * Math.log(odds), 12);
  });

  it('is not looked for where there is nothing to match people on, nor blamed on answers of no known language', () => {
    const alone = (language: 'ar' | 'en' | null, right: boolean) => ({ language, right, rest: 0, times: 30 });
    expect(languageGaps([alone('ar', false), alone('en', true), alone('ar', true)]).map(({ delta }) => delta)).toEqual([null, null]);
    expect(languageGaps([alone(null, false), alone('en', true)])).toEqual([
      { language: 'en', n: 30, share: 100, delta: null, harder: false, easier: false },
    ]);
    expect(languageGaps([])).toEqual([]);
  });

  describe('within one cohort', () => {
    let world: LearningWorld;
    beforeAll(async () => {
      world = await startLearning();
      const versionId = await publishEssayQuiz(world);
      const points = { who: 2, when: 1 };
      const into = { cohortId: world.cohort.id, versionId, module: 'chapter', step: 'c-hearing-out', points, passMark: 60 };
      await handedIn(world, into, [...people('en', SOUND), ...people('ar', FAULTY)]);
      await handedIn(world, into, [{ ...way(true, true), language: null }]);
    });
    afterAll(() => world.stop());

    it('is found by the language of each answer, although everybody began in English', async () => {
      const hands = new PlainHands(as(world, world.tomas));
      const page = await hands.goTo('/chapters/kenya/quizzes/c-hearing-out/statistics?language=en');
      expect(world.log.faults).toEqual([]);
      expect(page.main).toMatch(/English ?62% right, 60 answers ?easier/);
      expect(page.main).toMatch(/العربية ?10% right, 60 answers ?harder here/);
      expect(page.main).toMatch(/English ?50% right, 120 answers/); // the other question, which all read in English
      const file = await hands.press('Download as a table');
      const [header, who] = file.html.replace('\ufeff', '').split('\r\n');
      expect(header).toContain('ar,ar n,ar Δ,en,en n,en Δ');
      expect(who).toMatch(/,10,60,-6\.74,61\.67,60,6\.74$/);
    });
  });
});

function people(language: 'ar' | 'en', { knows, others }: typeof SOUND): Way[] {
  return [[true, knows] as const, [false, others] as const].flatMap(([when, right]) =>
    Array.from({ length: EACH }, (_, at) => ({ ...way(at < right, when), languages: { who: language } })),
  );
}

function way(who: boolean, when: boolean): Way {
  const givens: Way['givens'] = {
    who: { type: 'single', option: who ? 'b' : 'a' },
    when: { type: 'number', typed: when ? '1986' : '1900' },
  };
  return { marks: { who: who ? 1 : 0, when: when ? 1 : 0 }, givens };
}
