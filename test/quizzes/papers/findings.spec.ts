import { bestShare } from '../../../src/quizzes/papers/best-share';
import { assembled } from '../../../src/quizzes/papers/assembly';
import { boundAfter } from '../../../src/quizzes/bank/bound';
import { findings, publishable } from '../../../src/quizzes/papers/findings';
import { type BankedQuestion, type Paper, presetSettings } from '../../../src/quizzes/papers/paper';
import type { Question } from '../../../src/quizzes/questions/question';
import type { Written } from '../../../src/quizzes/questions/written';
import { EVERY_TYPE } from './every-type';
import { inArabic, question, SUBJECTS } from './ten-questions';

const banked = (written: Written, id: string): BankedQuestion => ({
  ...written,
  id,
  structure: { ...written.structure, key: id },
  bound: boundAfter(null, written),
});

const TEN = SUBJECTS.map((subject, index) => banked(index < 7 ? inArabic(subject) : question(subject), `q${index}`));
const ALL = TEN.map(({ id }) => ({ questionId: id, points: 1 }));

const usual: Paper = {
  slug: 'c-0123456789ab',
  language: 'en',
  texts: { en: { title: 'Who decides', summary: 'Bodies.' }, ar: { title: 'من يقرر' } },
  settings: presetSettings('final'),
  passMark: 70,
  minutes: null,
  items: ALL,
  draws: [],
};

function found(more: Partial<Paper>, bank: BankedQuestion[] = TEN) {
  const paper = { ...usual, ...more };
  return findings(paper, assembled(paper, bank), ['en']).map(({ key, details }) => [key.replace('papers.check.', ''), details]);
}

const settings = (more: Paper['settings']) => ({ settings: { ...usual.settings, ...more } });
const essay = banked(
  EVERY_TYPE.find(({ structure }) => structure.type === 'essay')!,
  'essay',
);

describe('what stands in the way of publishing', () => {
  it('nothing, where all is well; a language with gaps is said', () => {
    expect(found({})).toEqual([['translation', { count: 3, of: 10, language: 'العربية' }]]);
    expect(publishable(findings(usual, assembled(usual, TEN), ['en']))).toBe(true);
  });

  it.each<[string, Partial<Paper>, string, object]>([
    ['no questions', { items: [] }, 'no-questions', {}],
    ['a question that is gone', { items: [...ALL, { questionId: 'gone', points: 1 }] }, 'gone', { count: 1 }],
    ['no title', { texts: { en: { summary: 'x' } } }, 'no-title', {}],
    ['no summary', { texts: { en: { title: 'x' } } }, 'no-summary', {}],
    [
      'a language of its own that questions lack',
      { language: 'ar', texts: { ar: { title: 'س', summary: 'ص' } } },
      'no-words',
      { count: 3, of: 10, language: 'العربية' },
    ],
    [
      'a draw of more than there are',
      { items: [], draws: [{ tag: 'bodies', count: 11 }] },
      'draw-too-many',
      { tag: 'bodies', count: 11, there: 10 },
    ],
    [
      'bands that rise',
      { ...settings({ bands: [0, 80] }), texts: { en: { title: 'x', summary: 'x', 'bands.0': 'x', 'bands.80': 'x' } } },
      'bands-order',
      {},
    ],
    [
      'bands that do not end at nothing',
      { ...settings({ bands: [80] }), texts: { en: { title: 'x', summary: 'x', 'bands.80': 'x' } } },
      'bands-order',
      {},
    ],
    ['a band without words', settings({ bands: [0] }), 'band-words', { percent: 0 }],
    ['grace without an end', settings({ overdue: 'grace', graceMinutes: 5 }), 'grace-without-minutes', {}],
    ['grace of no minutes', { ...settings({ overdue: 'grace' }), minutes: 30 }, 'grace-none', {}],
  ])('%s', (_, more, key, details) => {
    expect(found(more)).toContainEqual([key, details]);
    expect(publishable(findings({ ...usual, ...more }, assembled({ ...usual, ...more }, TEN), ['en']))).toBe(false);
  });

  it('essays whose marks would have to come at once', () => {
    const items = [...ALL, { questionId: 'essay', points: 4 }];
    expect(found({ items, ...settings({ behaviour: 'immediate' }) }, [...TEN, essay])).toContainEqual(['essay-at-once', { count: 1 }]);
    expect(found({ items }, [...TEN, essay]).map(([key]) => key)).not.toContain('essay-at-once');
  });

  it('a pass mark that nobody can reach', () => {
    const half = banked(
      { ...EVERY_TYPE[3]!, structure: { ...EVERY_TYPE[3]!.structure, answers: [{ key: 'a', percent: 50 }] } as Question },
      'half',
    );
    expect(found({ items: [{ questionId: 'half', points: 2 }] }, [half])).toContainEqual(['pass-mark', { mark: 70, best: 50 }]);
    expect(bestShare([])).toBeNull();
  });
});
