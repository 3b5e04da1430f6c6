import { join } from 'node:path';
import * as laws from './support/laws/phrases';
import { Sources } from './support/laws/sources';
import { Templates } from './support/laws/templates';

const VIEWS = join(__dirname, '../views');
const src = Sources.read(join(__dirname, '../src'));
const views = Templates.read(VIEWS);
const phrases = laws.Catalogues.read(join(VIEWS, 'translations'));
const asked = [...laws.askedInTemplates(views), ...laws.askedInCode(src, phrases.features)];

type Fault = [planted: laws.Catalogues, found: string];

const COUNT = 'web.errors';
/** Where the layout asks for one of its phrases. */
const SKIP = asked.find(({ key, where }) => key === 'web.skip' && where.startsWith('views/layouts/main.hbs:'))!.where;

const LAWS: [name: string, law: (phrases: laws.Catalogues) => string[], ...faults: Fault[]][] = [
  [
    'seven languages say everything that English says, and nothing else',
    laws.differences,
    [phrases.with('fr', 'web.skip', null), 'fr lacks web.skip'],
    [phrases.with('ru', 'web.extra', 'x'), 'ru has web.extra and English does not'],
  ],
  [
    'every phrase that is asked for is there',
    (p) => laws.unknownPhrases(p, asked),
    [phrases.with('en', 'web.skip', null), `${SKIP} asks for web.skip`],
  ],
  ['every phrase is asked for', (p) => laws.unusedPhrases(p, asked), [phrases.with('en', 'web.forgotten', 'x'), 'web.forgotten']],
  [
    'every phrase has the plurals of its language',
    laws.brokenPhrases,
    [
      phrases.with('ar', COUNT, '{count, plural, one {x} other {y}}'),
      `ar ${COUNT}: count has one, other, ar has few, many, one, other, two, zero`,
    ],
    [
      phrases.with('en', COUNT, '{count, plural, one {x} many {y} other {z}}'),
      `en ${COUNT}: count has many, one, other, en has one, other`,
    ],
    [phrases.with('zh', COUNT, '{count, select, a {x}}'), `zh ${COUNT}: cannot be read: MISSING_OTHER_CLAUSE`],
    [phrases.with('es', COUNT, '{count'), `es ${COUNT}: cannot be read: EXPECT_ARGUMENT_CLOSING_BRACE`],
  ],
  [
    'every language fills in the same',
    laws.differentPlaceholders,
    [phrases.with('fr', COUNT, 'des choses'), `fr ${COUNT}: {} instead of {count}`],
    [phrases.with('pt', COUNT, '{conta, number}'), `pt ${COUNT}: {conta} instead of {count}`],
  ],
  [
    'phrases are calm plain text',
    laws.unquietPhrases,
    [phrases.with('es', 'web.skip', '¡Hola'), 'es web.skip: an exclamation mark'],
    [phrases.with('zh', 'web.skip', '好！'), 'zh web.skip: an exclamation mark'],
    [phrases.with('en', 'web.skip', '<b>Skip</b>'), 'en web.skip: HTML'],
    [phrases.with('en', 'web.skip', 'a&nbsp;b'), 'en web.skip: HTML'],
    [phrases.with('en', 'web.skip', 'Skip '), 'en web.skip: a space at an end, or two together'],
  ],
];

describe('translations', () => {
  it.each(LAWS)('%s', (_, law) => {
    expect(law(phrases)).toEqual([]);
  });

  it('keys stand in alphabetical order', () => {
    expect(laws.unsortedFiles(phrases)).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  it.each(LAWS.flatMap(([name, law, ...faults]) => faults.map(([planted, found]) => [name, law, planted, found] as const)))(
    '%s',
    (_, law, planted, found) => {
      expect(law(planted)).toContain(found);
    },
  );

  it('keys out of order, keys twice', () => {
    const file = (text: string) => ({ raw: () => [['en/x.json', text]] }) as unknown as laws.Catalogues;
    expect(laws.unsortedFiles(file('{\n  "b": "x",\n  "a": "y"\n}'))).toEqual(['en/x.json']);
    expect(laws.unsortedFiles(file('{\n  "a": "x",\n  "a": "y"\n}'))).toEqual(['en/x.json']);
  });

  it.each([
    ['in a template', views.with('people/x', '{{t "people.missing"}}'), src, 'views/people/x.hbs:1 asks for people.missing'],
    [
      'put together in a template',
      views.with('people/x', '{{t (concat "people.missing." role)}}'),
      src,
      'views/people/x.hbs:1 asks for ^people\\.missing\\.[\\w.-]+$',
    ],
    ['in code', views, src.with('people/x.ts', "say('people.missing')"), 'people/x.ts asks for people.missing'],
    [
      'as the message of a rule',
      views,
      src.with('people/x.form.ts', "Text(1, 'people.missing|max=1')"),
      'people/x.form.ts asks for people.missing',
    ],
    [
      'put together in code',
      views,
      src.with('people/x.ts', 'say(`people.missing.${role}`)'),
      'people/x.ts asks for ^people\\.missing\\.[\\w.-]+$',
    ],
  ])('a phrase asked for %s that nobody has', (_, inViews, inSrc, found) => {
    const all = [...laws.askedInTemplates(inViews), ...laws.askedInCode(inSrc, phrases.features)];
    expect(laws.unknownPhrases(phrases, all)).toContain(found);
  });
});
