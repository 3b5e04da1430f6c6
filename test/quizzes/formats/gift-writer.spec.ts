import fc from 'fast-check';
import { readGift } from '../../../src/quizzes/formats/gift';
import { writeGift } from '../../../src/quizzes/formats/gift-writer';
import type { Imported } from '../../../src/quizzes/formats/imported';
import { anyQuestion, counted, hostileText, kept } from './made';

const TYPES = ['single', 'multiple', 'true-false', 'short-text', 'number', 'matching', 'essay', 'description'] as const;

/** What GIFT says of a question. */
function inGift(question: Imported): Imported {
  const arrow = (text: string) => text.replaceAll('->', '→');
  const { type } = question;
  const right = {
    whenRight: type === 'true-false' ? question.whenRight : '',
    whenWrong: type === 'true-false' || type === 'number' ? question.whenWrong : '',
  };
  const base = { ...question, hints: [], penalty: null, points: type === 'description' ? 0 : 1, ...right };
  if (base.type === 'essay') return { ...base, rubric: [], mostWords: null };
  if (base.type === 'description') return { ...base, feedback: '' };
  if (base.type === 'number') return { ...base, units: [] };
  if (base.type === 'matching') return { ...base, pairs: base.pairs.map((pair) => ({ ...pair, left: arrow(pair.left) })) };
  if (base.type === 'short-text')
    return {
      ...base,
      matchCase: false,
      answers: base.answers.map((each) => ({ ...each, text: arrow(each.text), feedback: arrow(each.feedback) })),
    };
  return base;
}

const trips = counted('GIFT');
afterAll(() => process.stdout.write(trips.told()));

/** Ids are unique within a category; a question with one that was there is told and left out. */
const apart = (questions: Imported[]) =>
  questions.map((question, at) => (question.id === null ? question : { ...question, id: `${question.id} ${at}` }));

describe('questions written as GIFT', () => {
  it('come back the same, and are written the same again', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion([...TYPES]), { minLength: 1, maxLength: 4 }).map(apart), (questions) => {
        const { text } = writeGift(questions);
        const { questions: back } = readGift(text);
        expect(back.map(kept)).toEqual(questions.map(kept).map(inGift));
        expect(writeGift(back).text).toBe(text);
        trips.one();
      }),
      { numRuns: 3000, seed: 19 },
    );
  });

  it('of any file that can be read come back the same', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 6 }), fc.constantFrom('{=', '{T#', '{#', '{~%50%', ' {'), (parts, open) => {
        const { questions } = readGift(`${parts.slice(0, 3).join('')}${open}${parts.slice(3).join('')}}`);
        const { text, losses } = writeGift(questions);
        const { questions: back } = readGift(text);
        if (!losses.length) expect(back.map(kept)).toEqual(questions.map(kept));
        expect(writeGift(back).text).toBe(text);
        trips.one();
      }),
      { numRuns: 3000, seed: 20 },
    );
  });

  it('look as people write them', () => {
    const { text } = writeGift(
      readGift(
        '$CATEGORY: Naming/IPv4//6\n\n// [id:n1] [tag:dns]\n::Root::Who = it\\: {=IANA#Yes ~%-50%No one####So}\n\n::Pi::Pi? {#3.14:0.01}',
      ).questions,
    );
    expect(text).toBe(
      '$CATEGORY: Naming/IPv4//6\n\n// [id:n1] [tag:dns]\n::Root::Who \\= it\\:{\n\t=IANA#Yes\n\t~%-50%No one\n\t####So\n}\n\n::Pi::Pi?{#\n\t=3.14:0.01\n}\n',
    );
  });

  it('say what is lost', () => {
    const [question] = readGift('Order {T}').questions;
    const losses = (more: object) =>
      writeGift([{ ...question!, ...more } as Imported]).losses.map(({ key }) => key.replace('formats.loss.', ''));
    expect(losses({})).toEqual([]);
    expect(losses({ hints: ['a'], penalty: 50, points: 3 })).toEqual(['hints', 'penalty', 'points']);
    expect(losses({ type: 'ordering', items: ['a', 'b'] })).toEqual(['left-out']);
    expect(losses({ type: 'short-text', answers: [{ text: 'a -> b', percent: 17, feedback: '' }], matchCase: true })).toEqual([
      'arrow',
      'weight',
      'match-case',
    ]);
    expect(
      losses({ type: 'number', answers: [{ value: 1, tolerance: 0, percent: 100, feedback: '' }], units: [{ text: 'm', factor: 1 }] }),
    ).toEqual(['units']);
    expect(losses({ type: 'essay', rubric: [{ text: 'a', points: 1 }], mostWords: 9 })).toEqual(['rubric', 'most-words']);
  });
});
