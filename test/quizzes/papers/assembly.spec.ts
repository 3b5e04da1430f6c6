import { compile, write } from '../../../src/content/folders/folder';
import type { QuizStructure } from '../../../src/content/structures';
import { publishable } from '../../../src/content/problem';
import { assembled, lackingWords } from '../../../src/quizzes/papers/assembly';
import { boundAfter } from '../../../src/quizzes/bank/bound';
import { type BankedQuestion, type Paper, presetSettings } from '../../../src/quizzes/papers/paper';
import type { Written } from '../../../src/quizzes/questions/written';
import { EVERY_TYPE } from './every-type';
import { inArabic, question, SUBJECTS } from './ten-questions';

const banked = (written: Written, id: string): BankedQuestion => ({
  ...written,
  id,
  structure: { ...written.structure, key: id },
  bound: boundAfter(null, written),
});

const paper = (more: Partial<Paper> = {}): Paper => ({
  slug: 'c-0123456789ab',
  language: 'en',
  texts: { en: { title: 'Who decides', summary: 'Bodies.' } },
  settings: presetSettings('final'),
  passMark: 70,
  minutes: null,
  items: [],
  draws: [],
  ...more,
});

const structureOf = ({ document }: ReturnType<typeof assembled>) => document.structure as QuizStructure;

describe('a paper as a document', () => {
  const ten = SUBJECTS.map((subject, index) => banked(question(subject), `q${index}`));

  it('asks what it names, in its order, with its own points', () => {
    const items = [3, 1, 2].map((index) => ({ questionId: `q${index}`, points: index }));
    const made = assembled(paper({ items }), ten);
    expect(structureOf(made).questions.map(({ key, points }) => [key, points])).toEqual([
      ['q3', 3],
      ['q1', 1],
      ['q2', 2],
    ]);
    expect(made.document).toMatchObject({ kind: 'quiz', references: [], structure: { module: 'chapter' } });
    expect(made.document.texts['questions.q3.stem']).toBe('Who decides at ITU?');
  });

  it('takes all questions with a drawn tag along; those that are named are asked always', () => {
    const made = assembled(paper({ items: [{ questionId: 'q4', points: 2 }], draws: [{ tag: 'bodies', count: 3 }] }), ten);
    const { questions, settings } = structureOf(made);
    expect(questions).toHaveLength(10);
    expect(questions[0]).toMatchObject({ key: 'q4', points: 2 });
    expect(questions[0]).not.toHaveProperty('tags');
    expect(questions.slice(1).every(({ tags }) => tags?.includes('bodies'))).toBe(true);
    expect(settings?.draws).toEqual([{ tag: 'bodies', count: 3 }]);
  });

  it('draws by tags that no file could hold', () => {
    const arabic = ten.map((one) => ({ ...one, tags: ['هيئات'] }));
    const made = assembled(paper({ draws: [{ tag: 'هيئات', count: 2 }] }), arabic);
    expect(structureOf(made).settings?.draws).toEqual([{ tag: 'draw-1', count: 2 }]);
    expect(structureOf(made).questions[0]!.tags).toEqual(['draw-1']);
  });

  it('gives two questions with one key two keys', () => {
    const twins = [ten[0]!, { ...ten[1]!, structure: { ...ten[1]!.structure, key: 'q0' } }];
    const items = [0, 1].map((index) => ({ questionId: `q${index}`, points: 1 }));
    expect(structureOf(assembled(paper({ items }), twins)).questions.map(({ key }) => key)).toEqual(['q0', 'q0-2']);
  });

  it('leaves out what is gone from the bank', () => {
    expect(structureOf(assembled(paper({ items: [{ questionId: 'gone', points: 1 }] }), ten)).questions).toEqual([]);
  });

  it('takes translations along, and none of what was said before', () => {
    const both = banked(inArabic('ICANN'), 'q0');
    const items = [{ questionId: 'q0', points: 1 }];
    expect(assembled(paper({ items }), [both]).translations.ar).toMatchObject({ 'questions.q0.stem': 'من يقرر في ICANN؟' });
    const stale = { ...both, bound: { ar: { ...both.bound.ar, stem: 'before' } } };
    const made = assembled(paper({ items }), [stale]);
    expect(made.translations.ar).not.toHaveProperty(['questions.q0.stem']);
    expect(lackingWords(made.sources[0]!, 'ar')).toEqual(['questions.q0.stem']);
  });

  it('is written as a folder and compiled again without a difference, whatever its questions are', () => {
    const bank = EVERY_TYPE.map((written, index) => banked(written, `q${index}`));
    const items = bank.map(({ id, structure }) => ({ questionId: id, points: structure.points }));
    const settings = { ...presetSettings('practice'), bands: [80, 0] };
    const own = { title: 'Every kind', summary: 'Of each one.', 'bands.80': 'Well done.', 'bands.0': 'Read again.' };
    const ar = { title: 'من كل نوع', summary: 'واحد من كل نوع.', 'bands.80': 'أحسنت.', 'bands.0': 'اقرأ من جديد.' };
    const drawn = [...ten, banked(inArabic('IANA'), 'q99')].map((one) => ({
      ...one,
      id: `d${one.id}`,
      structure: { ...one.structure, key: `d${one.id}` },
    }));
    const made = assembled(paper({ items, settings, minutes: 30, texts: { en: own, ar }, draws: [{ tag: 'bodies', count: 4 }] }), [
      ...bank,
      ...drawn,
    ]);
    const again = compile('quiz', write(made.document, made.translations));
    expect(again.problems.filter((one) => !publishable([one]))).toEqual([]);
    expect(again.document).toEqual(made.document);
    expect(again.translations).toEqual(made.translations);
  });
});
