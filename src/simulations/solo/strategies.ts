/** Simple ways to play a role, for trying out what a scenario has in it. They know every script, which no person does. */
import type { ScenarioStructure, Terms } from '../../content/scenario';
import type { Command } from '../engine/commands';
import type { Sight } from './sight';
import { crossed, slotsOf, utility, worth } from '../engine/values';
import { threshold } from './mind';
import { inThisPhase } from './sight';

/** What it does next in a phase; null when it goes on to the next one. */
export type Strategy = (view: Sight, scenario: ScenarioStructure, role: string) => Command | null;

/** The first that has something to do. */
export function oneAfterTheOther(...strategies: Strategy[]): Strategy {
  return (view, scenario, role) => {
    for (const strategy of strategies) {
      const command = strategy(view, scenario, role);
      if (command) return command;
    }
    return null;
  };
}

export const silence: Strategy = () => null;

/** Answers what others object to, with arguments that meet the concern or with those that do not. */
export function answering(addresses: boolean): Strategy {
  return (view, { objections }, role) => {
    if (!['round', 'last-reading', 'call'].includes(view.phase.kind)) return null;
    for (const { id, role: owner, written, state, answers } of view.objections) {
      if (owner === role || (state !== 'open' && state !== 'answered')) continue;
      const argument = objections.find(({ key }) => key === written)?.answers.find((each) => each.addresses === addresses);
      if (!argument || answers.some(({ answer }) => answer === argument.key)) continue;
      const words = { key: `objections.${written}.answers.${argument.key}` };
      return { do: 'answer-objection', objection: id, kind: 'explains', words, length: 0, answer: argument.key };
    }
    return null;
  };
}

/** In the last reading it supports a text that is no worse than none, and stands aside from another. */
export const honestly: Strategy = (view, { roles }, role) => {
  const script = roles.find(({ key }) => key === role)?.script;
  if (view.phase.kind !== 'last-reading' || !script) return null;
  const good = utility(script, view.text) >= script.reservation && !crossed(script, view.text).length;
  const stance = good ? 'support' : 'stand-aside';
  const clause = view.clauses.find(
    ({ state, stances }) => state === 'tabled' && stances.find((each) => each.role === role)?.stance !== stance,
  );
  return clause ? { do: 'set-stance', clause: clause.key, stance, words: null, expectRevision: clause.revision } : null;
};

/** Goes along with whatever change is good for its own role. */
export const seconding: Strategy = (view, { roles }, role) => {
  const script = roles.find(({ key }) => key === role)?.script;
  if (view.phase.kind !== 'round' || !script) return null;
  const welcome = view.amendments.find(({ state, role: owner, seconds, terms }) => {
    const gains = utility(script, { ...view.text, ...terms }) > utility(script, view.text) && !crossed(script, terms).length;
    return state === 'proposed' && owner !== role && !seconds.includes(role) && gains;
  });
  return welcome ? { do: 'second-amendment', amendment: welcome.id } : null;
};

const MOST_CHANGES = 4;

/** One slot at a time: always first what the first of these roles misses most, then the second, and so on. */
export function satisfying(order: readonly string[]): Strategy {
  return (view, scenario, role) => {
    const mine = inThisPhase(view, 'amendment-proposed').filter((each) => each.role === role);
    if (view.phase.kind !== 'round' || mine.length >= MOST_CHANGES) return null;
    const own = scenario.roles.find(({ key }) => key === role)?.script;
    const slots = slotsOf(scenario).filter(({ key }) => view.text[key] !== undefined);
    for (const one of order) {
      const script = scenario.roles.find(({ key }) => key === one)?.script;
      const lacks = script && (utility(script, view.text) < threshold(script, view.phase.round) || crossed(script, view.text).length > 0);
      if (!script || !lacks) continue;
      const changes = slots.flatMap(({ key, options }) => options.map((option) => ({ slot: key, option })));
      const open = changes.filter(
        ({ slot, option }) => !isTried({ [slot]: option }, view) && !(own && crossed(own, { [slot]: option }).length),
      );
      const gains = open.map(({ slot, option }) => worth(script, slot, option) - worth(script, slot, view.text[slot]!));
      const most = Math.max(0, ...gains);
      if (most > 0) return amending(open[gains.indexOf(most)]!, view, scenario);
    }
    return null;
  };
}

function amending({ slot, option }: { slot: string; option: string }, view: Sight, { clauses }: ScenarioStructure): Command {
  const { key: clause } = clauses.find(({ slots }) => slots.some(({ key }) => key === slot))!;
  const expectRevision = view.clauses.find(({ key }) => key === clause)!.revision;
  return { do: 'amend', clause, terms: { [slot]: option }, words: null, expectRevision };
}

function isTried(terms: Terms, { amendments, clauses }: Sight): boolean {
  return amendments.some((each) => {
    const here = clauses.some(({ key, revision }) => key === each.clause && revision === each.base);
    return (each.state === 'proposed' || here) && Object.entries(terms).every(([slot, option]) => each.terms[slot] === option);
  });
}

/** A whole text at once, in one round. */
export function bundling(text: Terms, round: number): Strategy {
  return (view) => {
    if (view.phase.kind !== 'round' || view.phase.round !== round || inThisPhase(view, 'package-offered').length) return null;
    const terms = Object.fromEntries(Object.entries(text).filter(([slot, option]) => view.text[slot] !== option));
    return Object.keys(terms).length ? { do: 'offer-package', terms, words: null, expectText: view.textNumber } : null;
  };
}
