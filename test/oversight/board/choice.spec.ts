import { asQuery, type Choosable, choiceOf, chosen, folded, partOf } from '../../../src/oversight/board/choice';

const line = (name: string, done: number, seenOn: number | null = null, more: Partial<Choosable> = {}): Choosable => ({
  name,
  standing: { done, share: done * 10, complete: done === 10 },
  seenAt: seenOn === null ? null : new Date(Date.UTC(2027, 2, seenOn)),
  need: null,
  ...more,
});

const PEOPLE = [
  line('Zoë Ångström', 10, 9),
  line('Amara', 0),
  line('محمّد إبراهيم', 3, 4, { need: {} }),
  line('Chloé', 5, 2),
  line('Łukasz', 0, 8, { need: {} }),
];
const names = (query: Record<string, unknown>) =>
  chosen(PEOPLE, choiceOf(query), new Intl.Collator('en').compare).map(({ name }) => name.split(' ')[0]);

describe('what of a board is shown', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['everybody, by name', {}, ['Amara', 'Chloé', 'Łukasz', 'Zoë', 'محمّد']],
    ['those who have done nothing', { show: 'not-started' }, ['Amara', 'Łukasz']],
    ['those who need the team', { show: 'stuck' }, ['Łukasz', 'محمّد']],
    ['those who have finished', { show: 'finished' }, ['Zoë']],
    ['by progress, the least first', { sort: 'progress' }, ['Amara', 'Łukasz', 'محمّد', 'Chloé', 'Zoë']],
    ['by when they were seen, longest ago first', { sort: 'last' }, ['Amara', 'Chloé', 'محمّد', 'Łukasz', 'Zoë']],
    ['a part of a name', { find: 'ANGS' }, ['Zoë']],
    ['a part of a name and a group', { find: 'a', show: 'not-started', sort: 'last' }, ['Amara', 'Łukasz']],
    ['nobody', { find: 'xyz' }, []],
    ['a group that is none', { show: 'everyone', sort: ['name', 'last'], find: { a: 'b' } }, ['Amara', 'Chloé', 'Łukasz', 'Zoë', 'محمّد']],
  ])('%s', (_, query, found) => {
    expect(names(query)).toEqual(found);
  });

  it.each([
    ['case', 'chloé', 'CHLOÉ'],
    ['accents', 'Chloé Ångström', 'chloe angstrom'],
    ['accents that are letters of their own', 'Łukasz Sørensen', 'lukasz sorensen'],
    ['composed or not', 'Jos\u00e9', 'Jose\u0301'],
    ['Arabic vowel signs', 'مُحَمَّد', 'محمد'],
    ['Arabic letters with and without hamza', 'أحمد إبراهيم آمنة', 'احمد ابراهيم امنة'],
    ['the last letter of Fatima', 'فاطمة', 'فاطمه'],
    ['ya without dots', 'مصطفى', 'مصطفي'],
    ['Russian yo', 'Алёна', 'алена'],
    ['full width', 'Ｍei', 'mei'],
  ])('names are found whatever their %s', (_, one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it('a choice stands in an address without what is usual', () => {
    expect(asQuery(choiceOf({}))).toBe('');
    expect(asQuery(choiceOf({ show: 'stuck', find: 'a&b' }), { page: '2' })).toBe('?show=stuck&find=a%26b&page=2');
  });

  it('a name is looked for as far as a name is long', () => {
    expect(choiceOf({ find: 'x'.repeat(9_999) }).find).toHaveLength(100);
  });

  it('comes page by page', () => {
    expect(partOf([1, 2, 3], '2', 2)).toEqual({ shown: [3], page: 2, pages: 2 });
    expect(partOf([], undefined, 2)).toEqual({ shown: [], page: 1, pages: 1 });
    expect(partOf([1], '2', 2)).toBeNull();
  });
});
