import { fromDraft } from '../../../src/quizzes/bank/writing/from-draft';
import { type Check, checks } from '../../../src/quizzes/bank/writing/checks';
import { type Draft, emptyDraft } from '../../../src/quizzes/bank/writing/draft';
import { isCatchAll, isNegative } from '../../../src/quizzes/bank/writing/telltale';

const GOOD: Draft = {
  ...emptyDraft(),
  stem: 'How long is an IPv6 address?',
  options: ['a', 'b', 'c'],
  option: { a: '32 bits', b: '64 bits', c: '128 bits' },
  told: { a: 'That is IPv4.', b: 'That is half of it.', c: 'Right.' },
  right: ['c'],
};

const said = (changed: Partial<Draft>): string[] =>
  checks(fromDraft({ ...GOOD, ...changed }, null, 'en').written).map(
    ({ level, key }: Check) => `${level} ${key.replace('bank.check.', '')}`,
  );

const several: Partial<Draft> = { type: 'multiple' };
const gaps: Partial<Draft> = {
  type: 'gap-text',
  feedback: 'Because.',
  text: 'IPv6 has {{bits}} bits',
  gap: { bits: 'typed' },
  filling: { bits: '128' },
};

describe('what is said about a question', () => {
  const cases: [string, Partial<Draft>, string[]][] = [
    ['nothing about a good one', {}, []],
    ['no stem', { stem: ' ' }, ['error no-stem']],
    ['no right option', { right: [] }, ['error no-right']],
    ['a right option that says nothing', { right: ['d'], options: ['a', 'b', 'c', 'd'] }, ['error no-right']],
    ['one option only', { options: ['c'] }, ['error too-few']],
    ['two the same but for case and blanks', { option: { a: '128  BITS', b: '64 bits', c: '128 bits' } }, ['error twice']],
    [
      'a key that is much longer',
      { option: { a: '32 bits', b: '64 bits', c: 'It is 128 bits long, which is four times as long as before' } },
      ['warning key-longer'],
    ],
    ['all of the above', { option: { a: '32 bits', b: '64 bits', c: 'All of the above' } }, ['warning catch-all']],
    ['two options', { options: ['b', 'c'] }, ['warning only-two']],
    ['no feedback', { told: { c: 'Right.' } }, ['warning no-feedback']],
    ['a negative stem', { stem: 'Which of these is not a registry?' }, ['warning negative']],
    ['all options right', { ...several, right: ['a', 'b', 'c'] }, ['warning all-right']],
    ['no general feedback for a number', { type: 'number', value: '128' }, ['warning no-general']],
    [
      'no answer that gets everything',
      { type: 'short-text', feedback: 'x', mark: { a: '50', b: '50', c: '50' } },
      ['error no-full-answer'],
    ],
    ['items without a match', { type: 'matching', feedback: 'x', items: ['a'], item: { a: 'IPv4' } }, ['error no-match']],
    [
      'no option left over in a matching',
      { type: 'matching', feedback: 'x', items: ['a', 'b', 'c'], item: { a: '1', b: '2', c: '3' }, match: { a: 'a', b: 'b', c: 'c' } },
      ['warning no-spare'],
    ],
    ['a good gap', gaps, []],
    ['a text without a gap', { ...gaps, text: 'IPv6 has 128 bits' }, ['error no-gap']],
    ['the same gap twice', { ...gaps, text: '{{bits}} and {{bits}}' }, ['error gap-twice']],
    ['an empty gap', { ...gaps, filling: {} }, ['error gap-empty']],
    ['a gap with one choice', { ...gaps, gap: { bits: 'list' } }, ['error gap-few']],
    [
      'a rubric that adds up to something else',
      { type: 'essay', points: '5', rubric: ['a'], looked: { a: 'Clear' }, worth: { a: '3' } },
      ['error rubric-sum'],
    ],
    ['an essay without a rubric', { type: 'essay', points: '5' }, ['warning no-rubric']],
    ['nothing about something to read', { type: 'description', right: [] }, []],
  ];
  it.each(cases)('%s', (_, changed, found) => {
    expect(said(changed)).toEqual(found);
  });
});

describe('“all of the above”', () => {
  it.each([
    'All of the above',
    'None of the above.',
    'all of these',
    'Both of the above',
    'Toutes ces réponses',
    'Aucune de ces réponses',
    'Toutes les réponses ci-dessus',
    'Todas las anteriores',
    'Ninguna de las anteriores',
    'Todas as anteriores',
    'Nenhuma das anteriores',
    'Nenhuma das alternativas acima',
    'Все вышеперечисленное',
    'Ни один из вариантов',
    'Ничего из перечисленного',
    'جميع ما سبق',
    'كل ما سبق',
    'لا شيء مما سبق',
    '以上都是',
    '以上皆非',
    '以上都不对',
    '以上全部',
  ])('is found in %s', (text) => expect(isCatchAll(text)).toBe(true));

  it.each([
    'All of the above names are registries',
    'None of the networks peers',
    'Todas las redes',
    'Все сети',
    'كل الشبكات',
    '以上都是网络运营商',
    'All',
    '',
  ])('is not found in %s', (text) => expect(isCatchAll(text)).toBe(false));
});

describe('negative stems', () => {
  it.each([
    ['en', 'Which of these does NOT belong?'],
    ['fr', 'Laquelle de ces affirmations n’est pas exacte ?'],
    ['es', '¿Cuál no es un registro?'],
    ['pt', 'Qual destas não é verdadeira?'],
    ['ru', 'Что из этого не является реестром?'],
    ['ar', 'أي مما يلي ليس سجلاً؟'],
    ['zh', '下列哪一项不是注册机构？'],
  ] as const)('are found in %s', (language, stem) => expect(isNegative(stem, language)).toBe(true));

  it('are not found where nothing is denied', () => {
    expect(isNegative('What is a note worth to a notary?', 'en')).toBe(false);
  });
});
