import { compile } from '../../../src/content/folders/folder';
import { textHash } from '../../../src/content/hash';
import { overlay } from '../../../src/content/translation';
import { arranged } from '../../../src/quizzes/questions/arrangement';
import { asked } from '../../../src/quizzes/questions/asked';
import { pointsOf, questionAt, quiz } from '../../../src/quizzes/questions/question';
import { MODULE, QUIZ } from '../../content/samples';

const document = compile('quiz', QUIZ).document!;
const six = quiz(document);
const words = overlay(document, { 'questions.when.stem': { text: 'متى؟', of: textHash('When is it reached?') } }, 'ar');
const ask = (number: number) => asked(questionAt(six, number)!, words, arranged(questionAt(six, number)!, 'attempt 1'));

describe('a quiz', () => {
  it('is read from its published document', () => {
    expect(six).toMatchObject({ slug: 'rough-consensus', language: 'en', passMark: 70, minutes: null, module: 'rough-consensus' });
    expect(pointsOf(six)).toBe(16);
  });

  it('counts its questions from one', () => {
    expect([questionAt(six, 1)?.key, questionAt(six, 6)?.key]).toEqual(['when', 'rule']);
    expect([0, 7, -1, 1.5, NaN].map((number) => questionAt(six, number))).toEqual([null, null, null, null, null]);
  });

  it('is not read from another kind of document', () => {
    expect(() => quiz(compile('module', MODULE).document!)).toThrow('module rough-consensus is not a quiz');
  });
});

describe('a question as it is asked', () => {
  it('has its words, each in the language in which there is one', () => {
    expect(ask(1)).toMatchObject({
      key: 'when',
      type: 'single',
      points: 2,
      stem: { text: 'متى؟', language: 'ar' },
      picks: null,
      items: [],
      unit: null,
      gaps: null,
    });
    expect(ask(1).options.map(({ text }) => text.language)).toEqual(['en', 'en']);
  });

  it('has its options in the attempt’s order', () => {
    expect(ask(2).options.map(({ key }) => key)).toEqual(arranged(questionAt(six, 2)!, 'attempt 1').options);
    expect(ask(2).picks).toBe(2);
    expect(ask(4).options.map(({ key }) => key)).not.toEqual(['a', 'b', 'c']);
  });

  it('has its items, its unit and its gaps', () => {
    expect(ask(3).items.map(({ key, text }) => [key, text.text])).toEqual([
      ['ietf', 'IETF'],
      ['icann', 'ICANN'],
    ]);
    expect(ask(5).unit?.text).toBe('year');
    const gaps = ask(6).gaps!;
    expect(gaps.pieces).toEqual([
      { text: 'All ' },
      { gap: 'one' },
      { text: ' are addressed, but not necessarily ' },
      { gap: 'two' },
      { text: '.' },
    ]);
    expect(gaps.choices['one']!.map(({ text }) => text.text).sort()).toEqual(['issues', 'people']);
    expect(gaps.choices['two']).toBeNull();
  });

  it.each([1, 2, 3, 4, 5, 6])('question %d holds neither the key nor feedback, nor an accepted answer, nor where to read', (number) => {
    const shown = JSON.stringify(ask(number));
    for (const secret of ['right', 'eedback', 'tolerance', '2014', 'accommodated', 'objections#', 'Nobody votes'])
      expect(shown).not.toContain(secret);
  });
});
