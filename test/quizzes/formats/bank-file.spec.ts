import fc from 'fast-check';
import { LANGUAGES } from '../../../src/kernel/language';
import { tidied } from '../../../src/quizzes/bank/rows';
import { readBankFile, writeBankFile } from '../../../src/quizzes/formats/bank-file';
import { intoBank } from '../../../src/quizzes/formats/into-bank';
import { readGift } from '../../../src/quizzes/formats/gift';
import { unshowable } from '../../../src/kernel/text';
import type { Written } from '../../../src/quizzes/questions/written';
import { anyQuestion, counted, EVERY_TYPE } from './made';

const trips = counted('questions.yml');
afterAll(() => process.stdout.write(trips.told()));

/** A question in several languages, as the bank has it. */
const written: fc.Arbitrary<Written> = fc
  .tuple(anyQuestion([...EVERY_TYPE], ['plain']), fc.subarray([...LANGUAGES], { minLength: 1 }))
  .map(([question, languages]) => {
    const { written: one } = intoBank(question, languages[0]!);
    const own = one.texts[languages[0]!]!;
    return tidied({ ...one, texts: Object.fromEntries(languages.map((language) => [language, own])) });
  });

describe('our own file of questions', () => {
  it('says everything the bank keeps, and is written again byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(
          written.filter((each) => !unshowable(JSON.stringify(each))),
          { minLength: 1, maxLength: 3 },
        ),
        (writtens) => {
          const text = writeBankFile(writtens);
          const { writtens: back, problems } = readBankFile(text);
          fc.pre(!problems.some(({ key }) => /gap-unknown|lacks-text/.test(key)));
          expect(problems.filter(({ key }) => key !== 'content.problem.lacks-feedback')).toEqual([]);
          expect(back).toEqual(writtens);
          expect(writeBankFile(back)).toBe(text);
          trips.one();
        },
      ),
      { numRuns: 400, seed: 31 },
    );
  });

  it('looks as people would write it', () => {
    const { written: one } = intoBank(readGift('// [id:n1] [tag:dns]\n::Root::Who? {=IANA#Yes ~ITU}').questions[0]!, 'en');
    expect(writeBankFile([one])).toBe(`format: chapterhouse-questions
questions:
  - id: n1
    name: Root
    tags: [dns]
    language: en
    question:
      type: single
      points: 1
      options: [a, b]
      right: a
    texts:
      en:
        stem: Who?
        options.a.text: IANA
        options.a.feedback: Yes
        options.b.text: ITU
`);
  });

  it('with brackets in its texts is read', () => {
    const texts = ['[[[{{{', '{a: [b: {c: [d]}}}', "- [[['", 'a: [[["\n\n[[[[\n  {{{{\nkey: [{[{', '" [[[', ' [[[ '];
    const { questions } = readGift(texts.map(() => 'Who? {=a ~b}').join('\n\n'));
    const writtens = questions.map((question, at) => {
      const { written: one } = intoBank(question, 'en');
      return { ...one, name: `n${at}`, texts: { en: { ...one.texts.en, stem: texts[at]!, 'options.a.text': texts[at]! } } };
    });
    const { writtens: back, problems } = readBankFile(writeBankFile(writtens));
    expect(problems).toEqual([]);
    expect(back.map(({ texts: { en } }) => en?.['stem'])).toEqual(texts.map((text) => text.trim()));
  });

  it.each([
    ['no list', 'format: chapterhouse-questions\nquestions: 1', [2]],
    ['an alias', 'format: chapterhouse-questions\nquestions:\n  - &a {}\n  - *a', [3, 4]],
    [
      'a type that nobody knows',
      'format: chapterhouse-questions\nquestions:\n  - language: en\n    question: {type: riddle, points: 1}\n    texts: {en: {stem: a}}',
      [4],
    ],
    [
      'a word too many',
      'format: chapterhouse-questions\nquestions:\n  - language: en\n    question: {type: essay, points: 1}\n    texts: {en: {stem: a, options.a.text: b}}',
      [5],
    ],
    [
      'no stem',
      'format: chapterhouse-questions\nquestions:\n  - language: en\n    question: {type: essay, points: 1}\n    texts: {en: {}}',
      [5],
    ],
    ['a deep nest', `format: chapterhouse-questions\nquestions: ${'['.repeat(5_000)}`, [2]],
    ['a nest that goes on over lines', 'format: chapterhouse-questions\nquestions: [\n  {texts:\n  {en: {stem: a}}}]', [4]],
    ['a deep nest below a text', 'format: chapterhouse-questions\nquestions:\n  - name: |\n      [[[[\n    id: [[[a]]]', [5]],
    ['neither key nor item', 'format: chapterhouse-questions\nquestions:\n{~a}', [3]],
    ['a line that goes on and on', `format: chapterhouse-questions\nquestions:\n  - name: ${'a'.repeat(6_000)}`, [3]],
  ])('with %s says so', (_, text, lines) => {
    const { writtens, problems } = readBankFile(text);
    expect(writtens).toEqual([]);
    expect([...new Set(problems.map(({ line }) => line))]).toEqual(lines);
  });
});
