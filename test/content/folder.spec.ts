import { compile } from '../../src/content/folders/folder';
import { ModuleStructure, QuizStructure } from '../../src/content/structures';
import { changed, listed, MODULE, PROGRAMME, QUIZ } from './samples';

describe('a module’s folder', () => {
  const { document, translations, problems } = compile('module', MODULE);

  it('becomes one document without words in its skeleton', () => {
    expect(problems).toEqual([]);
    expect(document).toMatchObject({
      kind: 'module',
      slug: 'rough-consensus',
      language: 'en',
      references: [{ kind: 'quiz', slug: 'rough-consensus' }],
    });
    expect(document!.structure).toEqual({
      licence: 'CC-BY-4.0',
      authors: ['Chapterhouse library'],
      steps: [
        { key: 'objections', kind: 'lesson', minutes: 6, glossary: ['chair'], check: { options: ['a', 'b'], right: 'b' }, sources: 1 },
        { key: 'quiz', kind: 'quiz', minutes: 15, quiz: 'rough-consensus' },
      ],
    } satisfies ModuleStructure);
  });

  it('may have a simulation among its steps, with a title like a quiz', () => {
    const files = changed(MODULE, 'module.yml', 'kind: quiz, quiz: rough-consensus', 'kind: simulation, scenario: village-mast');
    const { document: own, problems: found } = compile('module', files);
    expect(found).toEqual([]);
    expect(own!.references).toEqual([{ kind: 'scenario', slug: 'village-mast' }]);
    expect((own!.structure as ModuleStructure).steps[1]).toEqual({
      key: 'quiz',
      kind: 'simulation',
      minutes: 15,
      scenario: 'village-mast',
    });
    expect(own!.texts['steps.quiz.title']).toBe('Quiz: deciding');
  });

  it('has its words by key', () => {
    const { 'steps.objections.body': body, ...texts } = document!.texts;
    expect(body).toMatch(/^A \[chair\][^]*hands\.\n:::$/);
    expect(texts).toEqual({
      title: 'Rough consensus',
      summary: 'How groups decide without voting.',
      'steps.quiz.title': 'Quiz: deciding',
      'steps.objections.title': 'An objection is a question',
      'steps.objections.glossary.chair.name': 'Chair',
      'steps.objections.glossary.chair.text': 'The person who leads the group.',
      'steps.objections.check.stem': 'Is there rough consensus?',
      'steps.objections.check.options.a.text': 'Yes.',
      'steps.objections.check.options.a.feedback': 'Not quite.',
      'steps.objections.check.options.b.text': 'No.',
      'steps.objections.check.options.b.feedback': 'That is right.',
      'steps.objections.check.answer': 'The second answer.',
      'steps.objections.sources.1': 'Resnick, P., “On Consensus”, RFC 7282',
    });
  });

  it('has its translations beside it, with the same keys', () => {
    expect(Object.keys(translations)).toEqual(['fr']);
    expect(Object.keys(translations.fr!).sort()).toEqual(Object.keys(document!.texts).sort());
    expect(translations.fr!['steps.objections.glossary.chair.name']).toBe('Président');
  });
});

describe('a quiz’s folder', () => {
  const { document, translations, problems } = compile('quiz', QUIZ);

  it('becomes one document', () => {
    expect(listed(problems).filter((line) => !line.startsWith('ar.yml'))).toEqual([]);
    expect(document).toMatchObject({ kind: 'quiz', slug: 'rough-consensus', references: [{ kind: 'module', slug: 'rough-consensus' }] });
    expect(document!.structure).toEqual({
      module: 'rough-consensus',
      passMark: 70,
      minutes: null,
      questions: [
        { key: 'when', points: 2, read: 'objections#addressed', type: 'single', options: ['a', 'b'], right: 'b' },
        { key: 'which', points: 3, read: null, type: 'multiple', options: ['a', 'b', 'c'], right: ['a', 'c'] },
        {
          key: 'bodies',
          points: 4,
          read: null,
          type: 'matching',
          items: [
            { key: 'ietf', right: 'a' },
            { key: 'icann', right: 'b' },
          ],
          options: ['a', 'b', 'c'],
        },
        { key: 'history', points: 3, read: null, type: 'ordering', options: ['a', 'b', 'c'] },
        { key: 'year', points: 1, read: null, type: 'number', value: 2014, tolerance: 0.5 },
        {
          key: 'rule',
          points: 3,
          read: null,
          type: 'gap-text',
          gaps: [
            { key: 'one', typed: false, options: ['a', 'b'], right: 'a' },
            { key: 'two', typed: true },
          ],
        },
      ],
    } satisfies QuizStructure);
  });

  it.each([
    ['questions.bodies.items.ietf.text', 'IETF'],
    ['questions.history.options.a.text', '1986'],
    ['questions.year.unit', 'year'],
    ['questions.rule.gaps.one.options.a.text', 'issues'],
    ['questions.rule.gaps.two.answers.2', 'accomodated'],
  ])('has the text %s', (key, text) => expect(document!.texts[key]).toBe(text));

  it('takes a translation that has only begun, and lists what it lacks', () => {
    expect(Object.keys(translations.ar!)).toHaveLength(6);
    expect(listed(problems)).toContain('ar.yml:- translation-lacks-text');
    expect(problems.filter(({ key }) => key === 'content.problem.translation-lacks-text')).toHaveLength(
      Object.keys(document!.texts).length - 5,
    );
  });

  it('lets each language accept as many answers as it needs', () => {
    expect(translations.ar!['questions.rule.gaps.two.answers.3']).toBe('ملباة');
    expect(listed(problems).join()).not.toContain('extra');
  });
});

describe('a programme’s file', () => {
  it('holds its modules and its words in every language', () => {
    const { document, translations, problems } = compile('programme', PROGRAMME);
    expect(problems).toEqual([]);
    expect(document).toEqual({
      kind: 'programme',
      slug: 'taking-part',
      language: 'en',
      structure: { modules: ['rough-consensus'], certificate: { requires: 'all' } },
      texts: { title: 'Taking part', summary: 'How to take part.' },
      references: [{ kind: 'module', slug: 'rough-consensus' }],
    });
    expect(Object.keys(translations)).toEqual(['ar', 'ru']);
  });
});

describe('reading files', () => {
  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['comments', (text: string) => text.replace(/^title:/m, '# a note\ntitle:')],
  ])('passes over %s', (_, change) => {
    const files = Object.fromEntries(Object.entries(MODULE).map(([path, text]) => [path, change(text)]));
    expect(compile('module', files)).toEqual(compile('module', MODULE));
  });

  it('keeps an author’s very signs where YAML would see a number, a date or a truth', () => {
    for (const text of ['2014', '1.0', '0x1F', 'true', 'no', '2014-06-01', '1e3']) {
      const { document } = compile('quiz', changed(QUIZ, 'en.yml', 'text: After a vote', `text: ${text}`));
      expect(document!.texts['questions.when.options.a.text']).toBe(text);
    }
  });

  it('takes a name for a name, also where YAML would see a number', () => {
    const from = 'points: 3, options: [a, b, c] }';
    expect(listed(compile('quiz', changed(QUIZ, 'quiz.yml', from, 'points: 3, options: [007, 1.0e1, c] }')).problems)).toEqual([
      'quiz.yml:15 bad-key',
    ]);
    const skeleton = changed(QUIZ, 'quiz.yml', from, 'points: 3, options: [007, 1e1, c] }');
    const files = changed(skeleton, 'en.yml', '{ a: { text: 1986 }, b: { text: 1998 }', '{ 007: { text: 1986 }, 1e1: { text: 1998 }');
    const { document, problems } = compile('quiz', files);
    expect(listed(problems.filter(({ file }) => file !== 'ar.yml'))).toEqual([]);
    expect(document!.texts['questions.history.options.007.text']).toBe('1986');
  });

  it('keeps lines, lists and indents of a long text', () => {
    const { document } = compile('quiz', changed(QUIZ, 'en.yml', 'summary: Six questions.', 'summary: |\n  One\n\n    - two\n  three\n'));
    expect(document!.texts['summary']).toBe('One\n\n  - two\nthree');
  });
});
