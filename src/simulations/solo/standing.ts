/** Where a scripted stakeholder stands on each clause of the text, and what it says of it. */
import type { Stance } from '../../content/scenario';
import type { ClauseView } from '../engine/table-view';
import { worth } from '../engine/values';
import { bestOf, costOf } from './mind';
import type { Outlook } from './mind';
import type { Grievance } from './objecting';
import { step } from './step';
import type { Step } from './step';

type Standing = { stance: Stance; by: 'red-line' | 'rule' | 'utility'; of: string | null };

/** `ruled`: what a rule of its script has it say wherever it need not object. */
export function standing(look: Outlook, held: readonly Grievance[], ruled: { rule: string; stance: Stance } | null): Step[] {
  const tabled = look.view.clauses.filter(({ state }) => state === 'tabled');
  const sorest = mostCostly(look, tabled);
  return tabled.flatMap((clause) => {
    const { stance, by, of } =
      against(clause, held) ?? (ruled ? { ...ruled, by: 'rule', of: ruled.rule } : liked(look, clause, held, sorest));
    if (clause.stances.find(({ role }) => role === look.mind.role)?.stance === stance) return [];
    const words = { key: `roles.${look.mind.role}.voice.${VOICE[stance]}` };
    return [step({ do: 'set-stance', clause: clause.key, stance, words, expectRevision: clause.revision }, by, of, look)];
  });
}

const VOICE: Record<Stance, string> = { support: 'accept', 'live-with': 'live-with', 'stand-aside': 'stand-aside', object: 'refuse' };

function against({ key }: ClauseView, held: readonly Grievance[]): Standing | null {
  const here = held.filter(({ written, present }) => present && written.clause === key);
  const worst = here.find(({ by }) => by === 'red-line') ?? here[0];
  return worst ? { stance: 'object', by: worst.by, of: worst.of } : null;
}

/** Enough in the whole text: it supports what is good for it and lives with the rest. Too little and no objection left: it stands aside where it costs most. */
function liked(look: Outlook, clause: ClauseView, held: readonly Grievance[], sorest: string | null): Standing {
  const enough = look.utility >= look.threshold && !look.crossed.length;
  if (enough) return { stance: supports(look, clause) ? 'support' : 'live-with', by: 'utility', of: null };
  const objects = held.some(({ present }) => present);
  return { stance: !objects && clause.key === sorest ? 'stand-aside' : 'live-with', by: 'utility', of: null };
}

/** It has what it hoped for in the whole text, or in this clause its share of what it agrees to by now. */
function supports({ mind: { script }, utility, threshold, view }: Outlook, { terms }: ClauseView): boolean {
  if (utility >= script.aspiration) return true;
  const most = (slots: string[]) => total(slots, (slot) => bestOf(script, slot));
  const [slots, all] = [Object.keys(terms), Object.keys(view.text)];
  return most(slots) > 0 && total(slots, (slot) => worth(script, slot, terms[slot]!)) * most(all) >= threshold * most(slots);
}

function mostCostly({ mind, view }: Outlook, clauses: readonly ClauseView[]): string | null {
  const costs = clauses.map(({ terms }) => total(Object.keys(terms), (slot) => costOf(mind, slot, view.text)));
  const most = Math.max(0, ...costs);
  return most === 0 ? null : clauses[costs.indexOf(most)]!.key;
}

function total(slots: readonly string[], of: (slot: string) => number): number {
  return slots.reduce((sum, slot) => sum + of(slot), 0);
}
