/** At a table of people: the one thing that is most worth doing now, out of everything that this seat can do. */
import type { TableView } from '../engine/table-view';
import { next } from './next';

/** `phrase` says it; `anchor` is the part of the page where it is done, `now` where there is nothing to do but wait. */
export interface NextTogether {
  what: string;
  phrase: string;
  clause: string | null;
  anchor: string;
}

export function nextTogether(view: TableView): NextTogether {
  const to = (what: string, anchor = 'now', clause: string | null = null): NextTogether => ({
    what,
    phrase: AS_ALONE.includes(what) ? `simulations.next.${what}` : `together.next.${what}`,
    clause,
    anchor,
  });
  const { mine } = view;
  if (view.outcome) return to('debrief');
  if (!mine) return to('look-on');
  if (view.paused) return to('paused');
  const polled = poll(view);
  if (polled) return to(polled, 'polls');
  if (view.seats.some(({ role, chair }) => chair && role === mine.role)) return asChair(view, to);
  const { kind } = view.phase;
  if (kind === 'prebrief' || kind === 'preparation')
    return mine.ready ? to('wait') : kind === 'prebrief' ? to('get-ready') : to('prepare', 'brief');
  if (kind === 'outcome') return to('wait-for-outcome');
  if (view.speaking === mine.role) return to('your-turn', 'floor');
  const spoken = view.statements.some(({ role }) => role === mine.role);
  if (kind === 'opening') {
    if (spoken) return to('listen', 'floor');
    if (view.queue.includes(mine.role)) return to('your-turn-comes', 'floor');
    return to(view.can.includes('join-queue') ? 'ask-for-the-floor' : 'speak-first', 'floor');
  }
  const { what, clause, anchor } = next(view);
  const isSame = AS_ALONE.includes(what) || what === 'last-words';
  return to(isSame ? what : kind === 'call' ? 'call-open' : 'talk-on', anchor, clause);
}

/** What is to be done whoever the others are; said as to one who plays alone. */
const AS_ALONE = ['answer-objection', 'answer-package', 'call', 'change-the-text', 'debrief', 'say-where-you-stand'];

type To = (what: string, anchor?: string, clause?: string | null) => NextTogether;

function poll({ can, hands, mine }: TableView): string | null {
  const waiting = Object.values(hands).some(({ open, raised }) => open && !Object.hasOwn(raised, mine!.role));
  return waiting && can.includes('raise-hand') ? 'raise-a-hand' : null;
}

function asChair(view: TableView, to: To): NextTogether {
  const can = (command: string) => view.can.includes(command);
  const { kind } = view.phase;
  if (kind === 'prebrief' || kind === 'preparation') return to(view.mine!.ready ? 'wait' : 'chair-prepares', 'brief');
  if (can('give-floor') && view.queue.length) return to('give-the-floor', 'floor');
  const amendment = view.amendments.find(({ state }) => state === 'proposed');
  if (amendment && can('accept-amendment')) return to('decide-a-change', `c-${amendment.clause}`, amendment.clause);
  const ruled = view.objections.find(({ state, answers, role }) => state === 'answered' && answers.length && role !== view.mine!.role);
  if (ruled && can('rule-objection')) return to('rule', `o-${ruled.id}`, ruled.clause);
  const judged = view.clauses.find(({ state, assessment }) => state === 'tabled' && !assessment?.final);
  if (judged && kind === 'call') return to(judged.assessment ? 'finalise' : 'assess', `c-${judged.key}`, judged.key);
  if (can('adopt-outcome')) return to('record-outcome', 'ending');
  return to('chair-listens', 'floor');
}
