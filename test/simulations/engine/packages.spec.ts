import type { Terms } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import { at, type Played } from './played';

const TERMS: Terms = { authority: 'court', notice: 'after' };
const offer = (terms: Terms = TERMS, expectText = 1): Command => ({ do: 'offer-package', terms, words: null, expectText });
const answer = (accepts: boolean, hurts: string | null = null, id = 'p1'): Command => ({
  do: 'answer-package',
  package: id,
  accepts,
  hurts,
});
const OTHERS = ['ministry', 'operators', 'banks', 'techcom', 'hospitals'];
const offered = () => at('first-round').does('rights', offer());
const accepted = (table: Played, roles: string[]) => roles.reduce((one, role) => one.does(role, answer(true)), table);

describe('a package', () => {
  it('that every other seat accepts is in the text at once, in every clause that it changes', () => {
    const table = accepted(offered(), OTHERS);
    expect(table.state.packages['p1']!.state).toBe('taken');
    expect(table.state.clauses).toMatchObject({
      orders: { revision: 2, terms: { authority: 'court', duration: 'none' } },
      safeguards: { revision: 2, terms: { notice: 'after', liability: 'operator' } },
      annex: { revision: 1 },
    });
    expect(table.events.slice(-4).map(({ type }) => type)).toEqual([
      'package-answered',
      'package-taken',
      'clause-revised',
      'clause-revised',
    ]);
  });

  it('that one seat refuses stays open, and says which slot hurts', () => {
    const table = accepted(offered(), OTHERS.slice(1)).does('ministry', answer(false, 'authority'));
    expect(table.state.packages['p1']).toMatchObject({ state: 'offered', answers: { ministry: { accepts: false, hurts: 'authority' } } });
    table.does('ministry', answer(true));
    expect(table.state.packages['p1']!.state).toBe('taken');
  });

  it('does not wait for the chair, for an empty seat, or for somebody who was never briefed', () => {
    const table = offered().does('facilitator', { do: 'take-seat', role: 'hospitals', holder: { kind: 'vacant' } });
    table.does('facilitator', { do: 'take-seat', role: 'techcom', holder: { kind: 'person', person: 'late' } });
    expect(accepted(table, ['ministry', 'operators', 'banks']).state.packages['p1']!.state).toBe('taken');
  });

  it('ends with the round, with the text, and when another is taken', () => {
    expect(offered().enters('second-round').state.packages['p1']!.state).toBe('lapsed');
    expect(offered().does('banks', { do: 'table-clause', clause: 'annex' }).state.packages['p1']!.state).toBe('lapsed');
    const amended = offered().does('banks', { do: 'amend', clause: 'orders', terms: { duration: 'h72' }, words: null, expectRevision: 1 });
    amended.does('chair', { do: 'accept-amendment', amendment: 'a1', words: { ref: 'why' }, expectRevision: 1, class: 'substantive' });
    expect(amended.state.packages['p1']!.state).toBe('lapsed');
    const two = accepted(offered().does('banks', offer({ duration: 'h24', liability: 'state' })), OTHERS);
    expect(Object.values(two.state.packages).map(({ state }) => state)).toEqual(['taken', 'lapsed']);
  });

  it('that is taken leaves nothing waiting that was proposed for the text before, in another slot either', () => {
    const table = at('first-round').does('banks', {
      do: 'amend',
      clause: 'orders',
      terms: { duration: 'h72' },
      words: null,
      expectRevision: 1,
    });
    accepted(table.does('rights', offer()), OTHERS);
    expect(table.state.amendments['a1']!.state).toBe('superseded');
    expect(table.state.clauses['orders']!.terms).toEqual({ authority: 'court', duration: 'none' });
  });

  it('of the chair needs everybody', () => {
    const table = at('first-round').does('chair', offer());
    expect(accepted(table, OTHERS).state.packages['p1']!.state).toBe('offered');
    expect(table.does('rights', answer(true)).state.packages['p1']!.state).toBe('taken');
  });

  it.each<[string, Command, string]>([
    ['for a text that was another', offer(TERMS, 0), 'moved-on'],
    ['that changes nothing', offer({ authority: 'minister', notice: 'secret' }), 'nothing-changed'],
    ['with an option that is not there', offer({ authority: 'king' }), 'nothing-here'],
    ['of a clause that waits to be tabled', offer({ review: 'yearly' }), 'clause-not-on-the-table'],
    ['that is on offer', offer({ notice: 'after', authority: 'court' }), 'same-package'],
  ])('is refused %s', (_, command, reason) => {
    expect(offered().tries('banks', command)).toBe(reason);
  });

  it.each<[string, Played, string, Command, string]>([
    ['by whoever offered it', offered(), 'rights', answer(true), 'not-by-its-owner'],
    ['when it is not there', offered(), 'banks', answer(true, null, 'p9'), 'nothing-here'],
    ['with a slot that is not there', offered(), 'banks', answer(false, 'weather'), 'nothing-here'],
    ['twice the same', offered().does('banks', answer(false, 'notice')), 'banks', answer(false, 'notice'), 'already-said'],
    ['when it is over', offered().enters('second-round').does('banks', offer()), 'techcom', answer(true), 'package-settled'],
  ])('is not answered %s', (_, table, actor, command, reason) => {
    expect(table.tries(actor, command)).toBe(reason);
  });

  it('may change what an answer says hurts, and accepting names nothing', () => {
    const table = offered()
      .does('banks', answer(false, 'notice'))
      .does('banks', answer(false, 'authority'))
      .does('banks', answer(true, 'notice'));
    expect(table.state.packages['p1']!.answers['banks']).toEqual({ accepts: true, hurts: null });
  });
});
