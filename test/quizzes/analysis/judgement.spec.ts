import { seeded } from '../../../src/kernel/random';
import { fisher, wilson } from '../../../src/quizzes/analysis/intervals';
import { guessScore } from '../../../src/quizzes/analysis/guess-score';
import { type Answered, languageGaps } from '../../../src/quizzes/analysis/language-gap';
import { itemStatistics } from '../../../src/quizzes/analysis/statistics';
import { byThirds } from '../../../src/quizzes/analysis/thirds';
import { ENOUGH, isFault, verdicts } from '../../../src/quizzes/analysis/verdicts';
import type { Question } from '../../../src/quizzes/questions/question';

const ASKED = { key: 'q', points: 1, read: null };

describe('how sure a figure is', () => {
  it('is said of a share by Wilson: 8 of 10 is anything from 49 to 94', () => {
    const { from, to } = wilson(80, 10)!;
    expect([Math.round(from * 10) / 10, Math.round(to * 10) / 10]).toEqual([49, 94.3]);
  });

  it('keeps within 0 and 100, and is nothing of nobody', () => {
    expect(wilson(100, 5)!.to).toBe(100);
    expect(wilson(0, 5)!.from).toBe(0);
    expect(wilson(50, 0)).toBeNull();
  });

  it('is said of a correlation by Fisher: 0.5 of 28 is anything from 0.15 to 0.74', () => {
    const { from, to } = fisher(50, 28)!;
    expect([Math.round(from), Math.round(to)]).toEqual([16, 74]);
    expect(fisher(50, 3)).toBeNull();
    expect(Number.isFinite(fisher(100, 10)!.to)).toBe(true);
  });
});

describe('what guessing brings', () => {
  const words = (texts: Record<string, string>) => (rest: string) => texts[rest] ?? null;
  it.each<[string, Question, number | null]>([
    ['one of four', { ...ASKED, type: 'single', options: ['a', 'b', 'c', 'd'], right: 'a' }, 25],
    [
      'one of four, of which another is worth half',
      { ...ASKED, type: 'single', options: ['a', 'b', 'c', 'd'], right: 'a', weights: { b: 50 } },
      37.5,
    ],
    ['true or false', { ...ASKED, type: 'true-false', right: true }, 50],
    ['a match with five', { ...ASKED, type: 'matching', items: [{ key: 'i', right: 'a' }], options: ['a', 'b', 'c', 'd', 'e'] }, 20],
    ['a short text', { ...ASKED, type: 'short-text', answers: [{ key: 'a', percent: 100 }], matchCase: false }, 0],
    ['a number', { ...ASKED, type: 'number', value: 4, tolerance: 0 }, 0],
    ['an essay', { ...ASKED, type: 'essay', mostWords: null, rubric: [] }, 0],
    ['several of some', { ...ASKED, type: 'multiple', options: ['a', 'b'], right: ['a'] }, null],
    ['something to read', { ...ASKED, type: 'description', points: 0 }, null],
  ])('%s', (_, question, known) => {
    expect(guessScore(question, words({}))).toBe(known);
  });

  it('is what an answer for everything is worth', () => {
    const question: Question = {
      ...ASKED,
      type: 'short-text',
      answers: [
        { key: 'a', percent: 100 },
        { key: 'b', percent: 30 },
      ],
      matchCase: false,
    };
    expect(guessScore(question, words({ 'answers.a.text': 'IETF', 'answers.b.text': '*' }))).toBe(30);
  });
});

describe('thirds', () => {
  it('never part attempts with the same result', () => {
    const { sizes } = byThirds([{ picks: ['a'], rest: 0.5, times: 9 }], ['a']);
    expect(sizes).toEqual({ lower: 0, middle: 9, upper: 0 });
  });

  it('say who chose what', () => {
    const chosen = [1, 2, 3, 4, 5, 6].map((rest) => ({ picks: rest > 4 ? ['a'] : rest > 2 ? ['a', 'b'] : ['b'], rest, times: 1 }));
    const { choices } = byThirds(chosen, ['a', 'b']);
    expect(choices.map(({ key, shares }) => [key, shares.lower, shares.middle, shares.upper])).toEqual([
      ['a', 0, 100, 100],
      ['b', 100, 100, 0],
    ]);
  });
});

/** People of some ability answer ten good questions with four options each; the first question can be another. */
function simulated(n: number, seed: string, first: (ability: number, chance: () => number) => string = good) {
  const chance = seeded(seed);
  const people = Array.from({ length: n }, () => {
    const ability = chance() + chance() + chance() + chance() - 2;
    const others = Array.from({ length: 9 }, () => good(ability, chance)).filter((picked) => picked === 'a').length;
    return { picked: first(ability, chance), rest: others / 9 };
  });
  const item = itemStatistics(people.map(({ picked, rest }) => ({ mark: picked === 'a' ? 1 : 0, rest, times: 1 })));
  const thirds = byThirds(
    people.map(({ picked, rest }) => ({ picks: [picked], rest, times: 1 })),
    ['a', 'b', 'c', 'd'],
  );
  return verdicts(item, thirds, ['a'], []);
}

function good(ability: number, chance: () => number): string {
  const knows = 1 / (1 + Math.exp(-2.5 * ability - 0.3));
  return chance() < knows ? 'a' : (['a', 'b', 'c', 'd'][Math.floor(chance() * 4)] ?? 'd');
}

describe('verdicts', () => {
  it('flag fewer than 5 % of good questions at n = 20', () => {
    const runs = 4000;
    const flagged = Array.from({ length: runs }, (_, at) => simulated(20, `good ${at}`)).filter((found) => found.some(isFault)).length;
    process.stdout.write(`good questions flagged at n = 20: ${((100 * flagged) / runs).toFixed(2)} % of ${runs}\n`);
    expect(flagged / runs).toBeLessThan(0.05);
  });

  it('flag fewer than 5 % of good questions at n = 60, and call the others good', () => {
    const found = Array.from({ length: 1000 }, (_, at) => simulated(60, `more ${at}`));
    expect(found.filter((one) => one.some(isFault)).length / 1000).toBeLessThan(0.05);
    expect(found.some((one) => one[0]?.kind === 'good')).toBe(true);
  });

  it('say how many answers there are of how many', () => {
    expect(simulated(12, 'few')).toContainEqual({ kind: 'too-few', values: { n: 12, about: ENOUGH } });
  });

  it('find a wrong key: the strong choose C', () => {
    const wrongKey = (ability: number, chance: () => number) => (good(ability, chance) === 'a' ? 'c' : 'abd'[Math.floor(chance() * 3)]!);
    expect(simulated(60, 'key', wrongKey)[0]).toEqual({ kind: 'check-key', option: 'c' });
    expect(simulated(30, 'key', wrongKey)[0]).toEqual({ kind: 'check-key', option: 'c' });
  });

  it('find what everybody and what nobody knows', () => {
    expect(simulated(120, 'easy', () => 'a')).toEqual([{ kind: 'too-easy' }]);
    expect(simulated(120, 'hard', (_, chance) => 'bcd'[Math.floor(chance() * 3)]!)).toContainEqual({ kind: 'too-hard' });
  });

  it('find what tells nothing', () => {
    expect(simulated(400, 'noise', (_, chance) => 'ab'[Math.floor(chance() * 2)]!)).toEqual([{ kind: 'tells-little' }]);
  });
});

describe('a question that is harder in one language', () => {
  const people = (seed: string, n: number, penalty: number): Answered[] => {
    const chance = seeded(seed);
    return Array.from({ length: n }, (_, at) => {
      const language = at % 2 ? 'ar' : 'fr';
      const ability = chance() + chance() - 1;
      const rest = Math.round(10 * Math.min(1, Math.max(0, 0.5 + ability / 2 + (chance() - 0.5) / 4))) / 10;
      const knows = 1 / (1 + Math.exp(-2 * ability - 0.5 + (language === 'ar' ? penalty : 0)));
      return { language, rest, right: chance() < knows, times: 1 };
    });
  };

  it('is found among those who know as much', () => {
    const found = languageGaps(people('fault', 400, 3));
    expect(found.map(({ language, harder, easier }) => [language, harder, easier])).toEqual([
      ['ar', true, false],
      ['fr', false, true],
    ]);
  });

  it('is not seen where there is none', () => {
    const alarms = Array.from({ length: 500 }, (_, at) => languageGaps(people(`none ${at}`, 80, 0))).filter((gaps) =>
      gaps.some(({ harder }) => harder),
    );
    expect(alarms.length).toBeLessThan(10);
  });

  it('is not looked for below twenty answers on a side', () => {
    expect(languageGaps(people('few', 38, 3)).every(({ delta, harder }) => delta === null && !harder)).toBe(true);
  });

  it('is not mistaken for a language whose readers know less', () => {
    const weaker: Answered[] = people('weak', 400, 0).map((one) => one);
    const less = weaker.filter(({ language, rest }) => language === 'fr' || rest < 0.6);
    expect(languageGaps(less).some(({ harder }) => harder)).toBe(false);
  });
});
