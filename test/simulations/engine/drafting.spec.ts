import type { Terms } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import { textOf } from '../../../src/simulations/engine/state';
import { at, type Played } from './played';

let written = 0;
const own = () => ({ ref: `words-${++written}` });
const amend = (clause: string, terms: Terms, expectRevision = 1): Command => ({ do: 'amend', clause, terms, words: null, expectRevision });
const accept = (amendment: string, expectRevision = 1, how: 'editorial' | 'substantive' = 'substantive'): Command => ({
  do: 'accept-amendment',
  amendment,
  words: own(),
  expectRevision,
  class: how,
});
const second = (amendment: string): Command => ({ do: 'second-amendment', amendment });
const reject = (amendment: string): Command => ({ do: 'reject-amendment', amendment, words: own() });
const proposed = () => at('first-round').does('rights', amend('orders', { authority: 'court' }));

describe('an amendment', () => {
  it('is proposed, seconded, and in the text when the chair takes it in', () => {
    const table = proposed().does('techcom', second('a1')).does('chair', accept('a1'));
    expect(table.state.amendments['a1']).toMatchObject({ role: 'rights', seconds: ['techcom'], state: 'accepted', base: 1 });
    expect(table.state.clauses['orders']).toMatchObject({ revision: 2, terms: { authority: 'court', duration: 'none' } });
    expect(table.state.clauses['orders']!.history.map(({ revision, by }) => [revision, by])).toEqual([
      [1, ''],
      [2, 'rights'],
    ]);
    expect(table.state.textNumber).toBe(2);
    expect(table.sees('banks').text).toMatchObject({ authority: 'court', notice: 'secret' });
  });

  it.each<[string, Command, string]>([
    ['of a clause that is not there', amend('nothing', { authority: 'court' }), 'clause-not-on-the-table'],
    ['of what every object has', amend('__proto__', { authority: 'court' }), 'clause-not-on-the-table'],
    ['of a clause that waits to be tabled', amend('annex', { review: 'yearly' }), 'clause-not-on-the-table'],
    ['of a text that was another', amend('orders', { authority: 'court' }, 0), 'moved-on'],
    ['that changes nothing', amend('orders', { authority: 'minister' }), 'nothing-changed'],
    ['without terms', amend('orders', {}), 'nothing-changed'],
    ['with a slot of another clause', amend('orders', { notice: 'after' }), 'nothing-here'],
    ['with an option that is not there', amend('orders', { authority: 'king' }), 'nothing-here'],
    ['that somebody has proposed', amend('orders', { duration: 'h72' }), 'same-amendment'],
  ])('is refused %s', (_, command, reason) => {
    expect(
      at('first-round')
        .does('banks', amend('orders', { duration: 'h72' }))
        .tries('rights', command),
    ).toBe(reason);
  });

  it.each<[string, Played, string, Command, string]>([
    ['by whoever proposed it', proposed(), 'rights', second('a1'), 'not-by-its-owner'],
    ['twice', proposed().does('banks', second('a1')), 'banks', second('a1'), 'already-seconded'],
    [
      'when it is rejected',
      proposed()
        .does('banks', amend('orders', { duration: 'h72' }))
        .does('chair', reject('a1')),
      'techcom',
      second('a1'),
      'amendment-settled',
    ],
    ['when it is not there', proposed(), 'banks', second('a9'), 'nothing-here'],
    ['when there is none', at('first-round'), 'banks', second('a1'), 'nothing-here'],
  ])('is not seconded %s', (_, table, actor, command, reason) => {
    expect(table.tries(actor, command)).toBe(reason);
  });

  it.each<[string, Played, Command, string]>([
    ['into a text that has changed', proposed(), accept('a1', 2), 'moved-on'],
    ['without saying why', proposed(), { ...accept('a1'), words: null } as unknown as Command, 'rationale-needed'],
    [
      'twice',
      proposed()
        .does('banks', amend('orders', { duration: 'h72' }))
        .does('chair', accept('a1')),
      accept('a1', 2),
      'amendment-settled',
    ],
    ['when it is not there', proposed(), accept('a9'), 'nothing-here'],
    ['with more than editing, at the last reading', proposed().enters('last-reading'), accept('a1'), 'editorial-only'],
  ])('is not taken in %s', (_, table, command, reason) => {
    expect(table.tries('chair', command)).toBe(reason);
  });

  it('is rejected, or kept as another version of the clause, with a reason', () => {
    const table = proposed().does('banks', amend('orders', { duration: 'h72' }));
    expect(table.tries('chair', { ...reject('a1'), words: null } as unknown as Command)).toBe('rationale-needed');
    table
      .does('chair', reject('a1'))
      .does('chair', { do: 'promote-amendment', amendment: 'a2', words: { phrase: 'simulations.chair.noted' } });
    expect(Object.values(table.state.amendments).map(({ state }) => state)).toEqual(['rejected', 'promoted']);
    expect(table.state.clauses['orders']!.revision).toBe(1);
  });

  it('is overtaken by another of the same slot, and not by one of another slot', () => {
    const table = proposed()
      .does('banks', amend('orders', { authority: 'regulator' }))
      .does('techcom', amend('orders', { duration: 'h24' }));
    table.does('chair', accept('a1'));
    expect(Object.values(table.state.amendments).map(({ state }) => state)).toEqual(['accepted', 'superseded', 'proposed']);
    expect(table.tries('chair', accept('a3', 2))).toBeNull();
    expect(table.state.clauses['orders']!.terms).toEqual({ authority: 'court', duration: 'h24' });
  });

  it('that only edits carries stances over, overtakes nothing and leaves the text what it was', () => {
    const table = proposed().does('banks', amend('orders', { authority: 'regulator' }));
    table.does('rights', { do: 'set-stance', clause: 'orders', stance: 'support', words: null, expectRevision: 1 });
    table.enters('last-reading').does('chair', accept('a1', 1, 'editorial'));
    expect(table.state.clauses['orders']).toMatchObject({ revision: 2, stances: { rights: { stance: 'support', revision: 2 } } });
    expect(table.state.amendments['a2']!.state).toBe('proposed');
    expect(table.state.textNumber).toBe(1);
  });
});

describe('a clause that waits', () => {
  it('is no part of the text until somebody tables it, once', () => {
    const table = at('first-round');
    expect(textOf(table.state)).not.toHaveProperty('review');
    table.does('rights', { do: 'table-clause', clause: 'annex' });
    expect(textOf(table.state)).toMatchObject({ review: 'never' });
    expect(table.state).toMatchObject({ textNumber: 2, clauses: { annex: { state: 'tabled', tabledIn: 4 } } });
    expect(table.tries('banks', { do: 'table-clause', clause: 'annex' })).toBe('clause-on-the-table');
    expect(at('first-round').tries('banks', { do: 'table-clause', clause: '__proto__' })).toBe('nothing-here');
  });
});
