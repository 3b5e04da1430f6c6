/** What a scripted stakeholder brings forward: what a rule of its script says, or the one change of the text that would help it most. */
import type { Terms } from '../../content/scenario';
import type { Sight } from './sight';
import { crossed, worth } from '../engine/values';
import type { Mind, Outlook } from './mind';
import { inThisPhase } from './sight';
import { ruleFor } from './rules';
import type { RuleWith } from './rules';
import { step } from './step';
import type { Step } from './step';

type Spoken = RuleWith<'say' | 'ask' | 'amend' | 'package'>;

/** At most one public act at a time. */
export function proposing(look: Outlook): Step[] {
  const bargains = look.view.phase.kind === 'round';
  const rule = ruleFor(
    look,
    ['say', 'ask', 'amend', 'package'],
    (action) => !('terms' in action) || (bargains && isNews(action.terms, look)),
  );
  if (rule) return [spoken(rule, look)];
  return bargains && look.utility < look.threshold && !hasProposed(look) ? bestChange(look) : [];
}

function spoken({ key, do: action }: Spoken, look: Outlook): Step {
  const words = { key: `say.${action.words}` };
  if (action.kind === 'amend') return step(amendment(look, action.terms, words), 'rule', key, look);
  if (action.kind === 'package')
    return step({ do: 'offer-package', terms: action.terms, words, expectText: look.view.textNumber }, 'rule', key, look);
  return step({ do: 'speak', words, length: 0 }, 'rule', key, look);
}

/** Nobody has it on the table already, and the text does not say it yet. */
function isNews(terms: Terms, { view }: Outlook): boolean {
  const lies = [
    ...view.amendments.filter(({ state }) => state === 'proposed'),
    ...view.packages.filter(({ state }) => state === 'offered'),
  ];
  return !isIn(terms, view.text) && !lies.some((each) => isSame(each.terms, terms));
}

/** One change of its own in a round, so that others come to speak. */
function hasProposed({ view, mind }: Outlook): boolean {
  return inThisPhase(view, 'amendment-proposed').some(({ role }) => role === mind.role);
}

/** The first of the best that it has not tried before, and that nobody has on the table or was turned down with on this very text. */
function bestChange(look: Outlook): Step[] {
  const { view, mind } = look;
  const revisions = new Map(view.clauses.map(({ key, revision }) => [key, revision]));
  const tried = view.amendments
    .filter(({ role, state, clause, base }) => role === mind.role || state === 'proposed' || base === revisions.get(clause))
    .map(({ terms }) => terms);
  const changes = possibleChanges(mind, view).filter(({ terms }) => !tried.some((each) => isSame(each, terms)));
  const most = Math.max(0, ...changes.map(({ gain }) => gain));
  const best = most > 0 ? changes.find(({ gain }) => gain === most) : undefined;
  return best ? [step(amendment(look, best.terms, null), 'utility', best.slot, look)] : [];
}

/** What does not come through in its best form may in a lesser one, as long as it gains by it. */
function possibleChanges({ clauses, script }: Mind, { text }: Sight) {
  const slots = clauses.flatMap((clause) => clause.slots).filter(({ key }) => text[key] !== undefined);
  return slots.flatMap(({ key: slot, options }) => {
    const allowed = options.filter((option) => !crossed(script, { [slot]: option }).length);
    const now = worth(script, slot, text[slot]!);
    return allowed.map((option) => ({ slot, terms: { [slot]: option } as Terms, gain: worth(script, slot, option) - now }));
  });
}

function amendment({ mind, view }: Outlook, terms: Terms, words: { key: string } | null): Step['command'] {
  const { key: clause } = mind.clauses.find(({ slots }) => slots.some(({ key }) => key in terms))!;
  const expectRevision = view.clauses.find(({ key }) => key === clause)!.revision;
  return { do: 'amend', clause, terms, words, expectRevision };
}

function isIn(terms: Terms, text: Terms): boolean {
  return Object.entries(terms).every(([slot, option]) => text[slot] === option);
}

function isSame(one: Terms, other: Terms): boolean {
  return isIn(one, other) && isIn(other, one);
}
