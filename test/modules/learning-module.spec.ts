import { compile } from '../../src/content/folders/folder';
import { textHash } from '../../src/content/hash';
import { renderMarkdown } from '../../src/content/prose/markdown';
import { overlay } from '../../src/content/translation';
import { learningModule, LessonStep, minutesOf, stepOf, titleKey } from '../../src/modules/learning-module';
import { lesson } from '../../src/modules/lesson';
import { planOf, programme } from '../../src/modules/programme';
import { MODULE, PROGRAMME, QUIZ } from '../content/samples';

const document = compile('module', MODULE).document!;
const consensus = learningModule(document);
const objections = stepOf(consensus, 'objections') as LessonStep;

describe('a learning module', () => {
  it('is read from its published document', () => {
    expect(consensus).toMatchObject({ slug: 'rough-consensus', language: 'en', licence: 'CC-BY-4.0' });
    expect(consensus.steps.map(({ key }) => key)).toEqual(['objections', 'quiz']);
    expect(minutesOf(consensus)).toBe(21);
  });

  it('finds its steps by key, and only its own', () => {
    expect(stepOf(consensus, 'quiz')).toMatchObject({ kind: 'quiz', quiz: 'rough-consensus' });
    expect(stepOf(consensus, 'toString')).toBeNull();
    expect(document.texts[titleKey(objections)]).toBe('An objection is a question');
  });

  it('is not read from another kind of document', () => {
    const quiz = compile('quiz', QUIZ).document!;
    expect(() => learningModule(quiz)).toThrow('quiz rough-consensus is not a module');
    expect(() => programme(quiz)).toThrow('quiz rough-consensus is not a programme');
  });
});

describe('a lesson in a reader’s language', () => {
  const french = {
    'steps.objections.title': { text: 'Une objection', of: textHash('An objection is a question') },
    'steps.objections.glossary.chair.name': { text: 'Président', of: textHash('Chair') },
    'steps.objections.glossary.chair.text': { text: 'Ancien', of: textHash('an older text') },
  };
  const read = lesson(objections, overlay(document, french, 'fr'));

  it('has every text in the language in which there is one', () => {
    expect(read.title).toEqual({ text: 'Une objection', language: 'fr', translated: true });
    expect(read.body).toMatchObject({ language: 'en', translated: false });
    expect(read.sources.map(({ text }) => text)).toEqual(['Resnick, P., “On Consensus”, RFC 7282']);
  });

  it('has its check with the right answer and what is said to each', () => {
    expect(read.check!.stem.text).toBe('Is there rough consensus?');
    expect(read.check!.options.map(({ key, right, feedback }) => [key, right, feedback?.text])).toEqual([
      ['a', false, 'Not quite.'],
      ['b', true, 'That is right.'],
    ]);
    expect(read.check!.answer.text).toBe('The second answer.');
  });

  it('gives its glossary to the text as it is, each part with its own language', () => {
    const { html } = renderMarkdown(read.body.text, { idea: 'Key idea', glossary: read.glossary, language: 'en' });
    expect(html).toContain('<p class="lab" lang="fr" dir="ltr">Président</p><p>The person who leads the group.</p>');
  });

  it('may have no check and an option without feedback', () => {
    const words = overlay({ ...document, texts: { ...document.texts } }, null, 'en');
    expect(lesson({ ...objections, check: null }, words).check).toBeNull();
    const { 'steps.objections.check.options.a.feedback': _, ...texts } = document.texts;
    expect(lesson(objections, overlay({ ...document, texts }, null, 'en')).check!.options[0]!.feedback).toBeNull();
  });
});

describe('a programme', () => {
  const taking = programme(compile('programme', PROGRAMME).document!);

  it('is what its modules’ steps ask for', () => {
    expect(taking).toMatchObject({ slug: 'taking-part', modules: ['rough-consensus'], certificate: { requires: 'all' } });
    expect(planOf(taking, [consensus])).toEqual({
      programme: 'taking-part',
      modules: [{ slug: 'rough-consensus', steps: [{ key: 'objections' }, { key: 'quiz' }] }],
    });
  });

  it('cannot be planned without one of its modules', () => {
    expect(() => planOf(taking, [])).toThrow('rough-consensus');
  });
});
