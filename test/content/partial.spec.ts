import { compile } from '../../src/content/folders/folder';
import { publishable } from '../../src/content/problem';
import { changed, MODULE, QUIZ } from './samples';

describe('what goes on in spite of a problem', () => {
  it('no document comes of an original with an error', () => {
    const { document, translations } = compile('quiz', changed(QUIZ, 'quiz.yml', 'passMark: 70', 'passMark: 0'));
    expect([document, translations]).toEqual([null, {}]);
  });

  it('a translation with an error stays behind, the original and the others go on', () => {
    const files = changed({ ...QUIZ, 'ru.yml': 'title: Решать без голосования' }, 'ar.yml', '{{two}}', 'ذلك');
    const { document, translations } = compile('quiz', files);
    expect(document).not.toBeNull();
    expect(Object.keys(translations)).toEqual(['ru']);
  });

  it('the same holds for a module', () => {
    const { document, translations, problems } = compile('module', changed(MODULE, 'fr/objections.md', '---\ntitle', 'title'));
    expect([document === null, translations, publishable(problems)]).toEqual([false, {}, false]);
  });

  it('a problem says what a phrase needs to explain it', () => {
    const { problems } = compile('quiz', changed(QUIZ, 'quiz.yml', 'right: b }', 'right: z }'));
    expect(problems.find(({ severity }) => severity === 'error')).toEqual({
      file: 'quiz.yml',
      line: 7,
      key: 'content.problem.unknown-option',
      details: { name: 'questions.1.right', option: 'z' },
      severity: 'error',
    });
  });
});
