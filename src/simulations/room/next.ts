/** The one thing that is most worth doing now, out of everything that is possible. */
import type { TableView } from '../engine/table-view';

export interface Next {
  /** phrases `simulations.next.<what>` say it */
  what:
    | 'speak-first'
    | 'answer-objection'
    | 'answer-package'
    | 'say-where-you-stand'
    | 'remedy-met'
    | 'change-the-text'
    | 'call'
    | 'go-on'
    | 'last-words'
    | 'hear-the-chair'
    | 'debrief';
  /** the clause it is about */
  clause: string | null;
  /** the part of the page where it is done */
  anchor: string;
}

export function next(view: TableView): Next {
  const mine = view.mine?.role ?? '';
  const can = (command: string) => view.can.includes(command);
  const to = (what: Next['what'], anchor: string, clause: string | null = null): Next => ({ what, clause, anchor });
  if (view.outcome) return to('debrief', 'now');
  if (view.phase.kind === 'opening') return spoke(view, mine) ? to('go-on', 'now') : to('speak-first', 'floor');
  const waiting = view.objections.find(
    ({ state, role, answers }) => state === 'open' && role !== mine && !answers.some((answer) => answer.role === mine),
  );
  if (waiting && can('answer-objection')) return to('answer-objection', `o-${waiting.id}`, waiting.clause);
  const offer = view.packages.find(({ state, role, answers }) => state === 'offered' && role !== mine && !answers[mine]);
  if (offer && can('answer-package')) return to('answer-package', 'package');
  const silent = view.clauses.find(
    (clause) => clause.state === 'tabled' && !clause.stances.some(({ role, stance }) => role === mine && stance !== null),
  );
  if (silent && can('set-stance')) return to('say-where-you-stand', 'table', silent.key);
  if (view.phase.kind !== 'round') return to(view.phase.kind === 'last-reading' ? 'last-words' : 'hear-the-chair', 'now');
  if (agreed(view)) return to('call', 'now');
  return changedThisRound(view, mine) ? to('go-on', 'now') : to('change-the-text', 'text');
}

const spoke = ({ statements }: TableView, role: string) => statements.some((statement) => statement.role === role);

/** Nobody objects, nothing is unsettled, everybody has spoken their mind. */
function agreed({ clauses, seats }: TableView): boolean {
  const takingSides = seats.filter(({ chair }) => !chair).length;
  return clauses
    .filter(({ state }) => state === 'tabled')
    .every(
      ({ stances, unsettled }) =>
        unsettled === 0 && stances.filter(({ stance }) => stance === 'support' || stance === 'live-with').length === takingSides,
    );
}

function changedThisRound({ events, phase }: TableView, mine: string): boolean {
  return events.some(
    ({ event }) =>
      event.at >= phase.since && (event.type === 'amendment-proposed' || event.type === 'package-offered') && event.role === mine,
  );
}
