import { textHash } from '../../../src/content/hash';
import { compile } from '../../../src/content/folders/folder';
import { acceptedAnswers, isAccepted } from '../../../src/quizzes/questions/accepted';
import { QUIZ } from '../../content/samples';

const { document, translations } = compile('quiz', QUIZ);
const answer = (n: number) => `questions.rule.gaps.two.answers.${n}`;
const bound = (of: string) =>
  Object.fromEntries(
    Object.entries(translations.ar!).map(([key, text]) => [
      key,
      { text, of: textHash(key.includes('answers') ? of : document!.texts[key]!) },
    ]),
  );
const fresh = acceptedAnswers(document!, [bound('accommodated')]);

describe('accepted answers', () => {
  it.each([
    ['the original’s', 'accommodated', true],
    ['a spelling that the original allows', 'Accomodated', true],
    ['another language’s', 'تلبى', true],
    ['with vowel signs', 'تُلبَّى', true],
    ['one that only the other language has', 'ملباة', true],
    ['another word', 'addressed', false],
    ['nothing', '', false],
  ])('%s', (_, typed, accepted) => expect(isAccepted(fresh, 'rule', 'two', typed)).toBe(accepted));

  it('of a translation do not count once the original’s model answer is another', () => {
    const stale = acceptedAnswers(document!, [bound('addressed')]);
    expect([isAccepted(stale, 'rule', 'two', 'تلبى'), isAccepted(stale, 'rule', 'two', 'accommodated')]).toEqual([false, true]);
  });

  it('belong to one gap of one question', () => {
    expect(isAccepted(fresh, 'rule', 'one', 'accommodated')).toBe(false);
    expect(isAccepted(fresh, 'when', 'two', 'accommodated')).toBe(false);
  });

  it('count in every system of digits', () => {
    const numbered = { ...document!, texts: { ...document!.texts, [answer(1)]: 'RFC 7282' } };
    expect(isAccepted(acceptedAnswers(numbered, []), 'rule', 'two', 'rfc ٧٢٨٢')).toBe(true);
  });
});
