import { textHash } from '../../src/content/hash';
import { PackageDocument } from '../../src/content/package';
import { coverage, freshTexts, merge, overlay, Translation } from '../../src/content/translation';

const document: PackageDocument = {
  kind: 'quiz',
  slug: 'q',
  language: 'en',
  structure: {},
  texts: {
    title: 'Consensus',
    summary: 'Four questions',
    'questions.rule.gaps.two.answers.1': 'accommodated',
    'questions.rule.gaps.two.answers.2': 'accomodated',
  },
  references: [],
};

const of = (original: string) => textHash(original);
const french: Translation = {
  title: { text: 'Le consensus', of: of('Consensus') },
  summary: { text: 'Trois questions', of: of('Three questions') },
  'questions.rule.gaps.two.answers.1': { text: 'satisfaites', of: of('accommodated') },
  'questions.rule.gaps.two.answers.3': { text: 'satisfaits', of: of('accommodated') },
};

describe('words laid over a version', () => {
  it.each([
    ['a translated text', 'title', { text: 'Le consensus', language: 'fr', translated: true }],
    ['a text whose original changed since', 'summary', { text: 'Four questions', language: 'en', translated: false }],
    ['a text that was never translated', 'questions.rule.gaps.two.answers.2', { text: 'accomodated', language: 'en', translated: false }],
  ])('%s', (_, key, shown) => expect(overlay(document, french, 'fr').text(key)).toEqual(shown));

  it('are the original where there is no translation at all', () => {
    expect(overlay(document, null, 'ru').text('title')).toEqual({ text: 'Consensus', language: 'en', translated: false });
  });

  it('are the original in the original language, even when somebody translated it into itself', () => {
    const own: Translation = { title: { text: 'Agreement', of: of('Consensus') } };
    expect(overlay(document, own, 'en').text('title')).toEqual({ text: 'Consensus', language: 'en', translated: false });
  });

  it('are the original where the translation is blank', () => {
    const blank: Translation = { title: { text: ' \u200b', of: of('Consensus') } };
    expect(overlay(document, blank, 'fr').text('title').text).toBe('Consensus');
  });

  it.each(['nothing', 'toString', '__proto__', 'questions.rule.gaps.two.answers.3'])('know no text %s', (key) => {
    const words = overlay(document, french, 'fr');
    expect(words.has(key)).toBe(false);
    expect(() => words.text(key)).toThrow(key);
  });

  it('say the same when asked twice', () => {
    const words = overlay(document, french, 'fr');
    expect(words.text('title')).toEqual(words.text('title'));
    expect(words.language).toBe('fr');
  });
});

describe('taking in translated texts', () => {
  const originals = document.texts;

  it('binds a new text to the present original', () => {
    expect(merge(null, { title: 'Le consensus' }, originals)).toEqual({ title: { text: 'Le consensus', of: of('Consensus') } });
  });

  it('keeps the binding of a text that did not change, so a stale one stays stale', () => {
    expect(merge(french, { summary: 'Trois questions' }, originals)['summary']).toEqual(french['summary']);
  });

  it('binds a changed text anew, so a stale one becomes fresh', () => {
    const merged = merge(french, { summary: 'Quatre questions' }, originals);
    expect(merged['summary']).toEqual({ text: 'Quatre questions', of: of('Four questions') });
  });

  it('takes a difference of one space for a change', () => {
    expect(merge(french, { summary: 'Trois questions ' }, originals)['summary']!.of).toBe(of('Four questions'));
  });

  it('leaves texts alone that are not mentioned, also those of older versions', () => {
    const older: Translation = { ...french, 'questions.gone.stem': { text: 'Ancien', of: of('Old') } };
    expect(merge(older, { title: 'Consensus' }, originals)).toMatchObject({
      summary: french['summary'],
      'questions.gone.stem': older['questions.gone.stem'],
    });
  });

  it('takes a text away that comes in blank', () => expect(merge(french, { title: ' ' }, originals)).not.toHaveProperty('title'));

  it('passes over texts that the version does not have', () => {
    expect(merge(null, { subtitle: 'x', toString: 'y' }, originals)).toEqual({});
  });

  it('binds every accepted answer to the model answer, and replaces the list as a whole', () => {
    const answers = { 'questions.rule.gaps.two.answers.1': 'satisfaites', 'questions.rule.gaps.two.answers.2': 'acceptées' };
    const merged = merge(french, answers, originals);
    expect(Object.keys(merged).filter((key) => key.includes('answers'))).toEqual(Object.keys(answers));
    expect(merged['questions.rule.gaps.two.answers.2']!.of).toBe(of('accommodated'));
  });

  it('changes neither the old map nor the texts that came in', () => {
    const frozen = Object.freeze({ ...french });
    expect(() => merge(frozen, Object.freeze({ title: 'Autre' }), Object.freeze({ ...originals }))).not.toThrow();
    expect(frozen['title']!.text).toBe('Le consensus');
  });
});

describe('how much is translated', () => {
  it('counts fresh, stale and missing texts; further answers are nobody’s debt', () => {
    expect(coverage(document, french)).toEqual({ total: 3, fresh: 2, stale: 1, missing: 0 });
  });

  it('counts everything as missing without a translation', () => {
    expect(coverage(document, null)).toEqual({ total: 3, fresh: 0, stale: 0, missing: 3 });
  });

  it('counts a blank text as missing', () => {
    expect(coverage(document, { title: { text: '', of: of('Consensus') } })).toMatchObject({ fresh: 0, missing: 3 });
  });

  it('gives the fresh texts, with a language’s own further answers', () => {
    expect(freshTexts(document, french)).toEqual({
      title: 'Le consensus',
      'questions.rule.gaps.two.answers.1': 'satisfaites',
      'questions.rule.gaps.two.answers.3': 'satisfaits',
    });
  });
});
