/** How a scripted stakeholder takes what others bring: it seconds what helps it, answers packages, and tells a person whether it can move. */
import { crossed, utility, worth } from '../engine/values';
import { bestOf, sorest } from './mind';
import type { Outlook } from './mind';
import { step } from './step';
import type { Step } from './step';

/** A change that gives it more, and crosses no line of its own. */
export function seconding(look: Outlook): Step[] {
  const { view, mind } = look;
  const others = view.amendments.filter(({ state, role, seconds }) => {
    return state === 'proposed' && role !== mind.role && !seconds.includes(mind.role);
  });
  const welcome = others.filter(({ terms }) => {
    return !crossed(mind.script, terms).length && utility(mind.script, { ...view.text, ...terms }) > look.utility;
  });
  return welcome.map(({ id, terms }) => step({ do: 'second-amendment', amendment: id }, 'utility', Object.keys(terms)[0] ?? null, look));
}

/** A package is weighed as a whole: with no line crossed and enough in it, it will do; else it names the slot that hurts. */
export function answeringPackages({ view, mind, threshold }: Outlook): Step[] {
  const open = view.packages.filter(({ state, role, answers }) => state === 'offered' && role !== mind.role && !answers[mind.role]);
  return open.map(({ id, terms }) => {
    const text = { ...view.text, ...terms };
    const [line] = crossed(mind.script, text);
    const gets = { utility: utility(mind.script, text), threshold };
    const accepts = !line && gets.utility >= threshold;
    const hurts = accepts ? null : (line?.slot ?? sorest(mind, text));
    return step({ do: 'answer-package', package: id, accepts, hurts }, line ? 'red-line' : 'utility', hurts, gets);
  });
}

/**
 * A person's objection is not left standing without an answer: whoever has a stake in its slot says whether the remedy would leave enough.
 * If it would not, it argues, where arguments are written: each seat with the one that falls to its place at the table.
 */
export function answeringObjections(look: Outlook, arguments_: ReadonlyMap<string, readonly string[]>): Step[] {
  const { view, mind } = look;
  const persons = view.seats.filter(({ holder }) => holder === 'person').map(({ role }) => role);
  const open = view.objections.filter(({ role, state, answers }) => {
    return persons.includes(role) && (state === 'open' || state === 'answered') && !answers.some((each) => each.role === mind.role);
  });
  return open.flatMap(({ id, remedy, written, answers }) => {
    if (!remedy || !hasStake(look, remedy.slot)) return [];
    if (remedy.options.some((option) => isBearable(look, remedy.slot, option)))
      return [answer(look, id, remedy.slot, { kind: 'offers-change', words: { phrase: 'simulations.script.can-move' }, answer: null })];
    const keys = (arguments_.get(written ?? '') ?? []).filter((key) => !answers.some(({ answer: given }) => given === key));
    const key = keys[view.seats.findIndex(({ role }) => role === mind.role) % keys.length] ?? null;
    const words = key ? { key: `objections.${written}.answers.${key}` } : { phrase: 'simulations.script.cannot-move' };
    return [answer(look, id, remedy.slot, { kind: 'explains', words, answer: key })];
  });
}

type Answer = Pick<Extract<Step['command'], { do: 'answer-objection' }>, 'kind' | 'words' | 'answer'>;

function answer(look: Outlook, objection: string, slot: string, how: Answer): Step {
  return step({ do: 'answer-objection', objection, length: 0, ...how }, 'utility', slot, look);
}

function hasStake({ mind: { script }, view }: Outlook, slot: string): boolean {
  return view.text[slot] !== undefined && bestOf(script, slot) > 0;
}

function isBearable({ mind: { script }, view, utility: now, threshold }: Outlook, slot: string, option: string): boolean {
  if (crossed(script, { [slot]: option }).length) return false;
  const gains = worth(script, slot, option) - worth(script, slot, view.text[slot] ?? '');
  return gains >= 0 || now + gains >= threshold;
}
