/** How each clause came to say what it says: every revision with what it changed, and what was proposed and did not become text. */
import type { Terms } from '../../content/scenario';
import type { Words } from '../engine/events';
import { evolve } from '../engine/evolve';
import { initial } from '../engine/initial';
import { isUnsettled } from '../engine/settled';
import type { Amendment, PackageOffer, TableState } from '../engine/state';
import { course, type Moment, type Played } from './course';

export interface Change {
  slot: string;
  from: string;
  to: string;
}

export interface Revision {
  clause: string;
  revision: number;
  moment: Moment;
  /** whose proposal it was */
  role: string;
  /** an amendment or a package, by its id; null when the text was changed without one */
  of: { kind: 'amendment' | 'package'; id: string } | null;
  /** who seconded the amendment or accepted the package */
  with: string[];
  class: 'editorial' | 'substantive';
  changes: Change[];
  /** objections, not settled then, whose remedy it wrote into the text */
  meets: string[];
}

export interface Unadopted {
  kind: 'amendment' | 'package';
  id: string;
  role: string;
  with: string[];
  /** against the text as it stood then */
  changes: Change[];
  state: Amendment['state'] | PackageOffer['state'];
  rationale: Words | null;
  /** roles that refused a package, each with the slot that hurt it, where it said so */
  refused: { role: string; hurts: string | null }[];
}

export interface ClauseGenealogy {
  clause: string;
  start: Terms;
  final: Terms;
  revisions: Revision[];
  unadopted: Unadopted[];
}

export function genealogy(played: Played): ClauseGenealogy[] {
  const { scenario, state } = played;
  const written = history(played);
  return scenario.clauses.map(({ key, slots }) => {
    const own = (changes: Change[]) => changes.filter(({ slot }) => slots.some((one) => one.key === slot));
    const unadopted = written.unadopted.map((one) => ({ ...one, changes: own(one.changes) }));
    return {
      clause: key,
      start: Object.fromEntries(slots.map((slot) => [slot.key, slot.start])),
      final: state.clauses[key]?.terms ?? {},
      revisions: written.revisions.filter(({ clause }) => clause === key),
      unadopted: unadopted.filter(({ changes }) => changes.length > 0),
    };
  });
}

/** What terms would change in a text. */
export function changesBy(terms: Terms, text: Terms): Change[] {
  return Object.entries(terms).flatMap(([slot, to]) => {
    const from = text[slot];
    return from === undefined || from === to ? [] : [{ slot, from, to }];
  });
}

function history(played: Played): { revisions: Revision[]; unadopted: Unadopted[] } {
  const { scenario, state: end } = played;
  const revisions: Revision[] = [];
  const unadopted: Unadopted[] = [];
  let state = initial(scenario);
  let source: Revision['of'] = null;
  for (const { event, moment } of course(played)) {
    if (event.type === 'amendment-accepted') source = { kind: 'amendment', id: event.id };
    else if (event.type === 'package-taken') source = { kind: 'package', id: event.id };
    else if (event.type === 'amendment-proposed' || event.type === 'package-offered')
      unadopted.push(...failed(event.id, event.terms, state, end));
    else if (event.type === 'clause-revised') {
      const { clause, revision, role, class: how } = event;
      const changes = changesBy(event.terms, state.clauses[clause]?.terms ?? {});
      revisions.push({
        clause,
        revision,
        moment,
        role,
        of: source,
        with: backers(source, state),
        class: how,
        changes,
        meets: met(changes, state),
      });
    } else source = null; // what was accepted is written into the text at once
    state = evolve(state, event, scenario);
  }
  return { revisions, unadopted };
}

/** What was proposed, unless it became text. */
function failed(id: string, terms: Terms, then: TableState, end: TableState): Unadopted[] {
  const changes = changesBy(terms, Object.assign({}, ...Object.values(then.clauses).map((clause) => clause.terms)) as Terms);
  const amendment = end.amendments[id];
  if (amendment && amendment.state !== 'accepted') {
    const { role, seconds, state, rationale } = amendment;
    return [{ kind: 'amendment', id, role, with: seconds, changes, state, rationale, refused: [] }];
  }
  const offer = end.packages[id];
  if (!offer || offer.state === 'taken') return [];
  const refused = Object.entries(offer.answers).flatMap(([role, { accepts, hurts }]) => (accepts ? [] : [{ role, hurts }]));
  const { role, state } = offer;
  return [{ kind: 'package', id, role, with: accepting(offer), changes, state, rationale: null, refused }];
}

function backers(source: Revision['of'], { amendments, packages }: TableState): string[] {
  if (!source) return [];
  return source.kind === 'amendment' ? (amendments[source.id]?.seconds ?? []) : accepting(packages[source.id]);
}

function accepting(offer: PackageOffer | undefined): string[] {
  return Object.entries(offer?.answers ?? {}).flatMap(([role, { accepts }]) => (accepts ? [role] : []));
}

function met(changes: Change[], { objections }: TableState): string[] {
  const open = Object.values(objections).filter((one) => isUnsettled(one, objections));
  return open
    .filter(({ remedy }) => remedy && changes.some(({ slot, to }) => slot === remedy.slot && remedy.options.includes(to)))
    .map(({ id }) => id);
}
