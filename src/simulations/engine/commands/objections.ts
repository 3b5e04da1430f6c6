/** Naming a problem, answering it, and settling it: by whoever raised it, or by a ruling that says why. */
import type { ScenarioStructure } from '../../../content/scenario';
import type { Happening } from '../events';
import { refuse, type Refused } from '../refusing';
import { replyUntil } from '../reply';
import { isPending, isUnsettled } from '../settled';
import { type Objection, textOf } from '../state';
import { tooShort, unsayable } from '../words';
import { type CommandOf, find, nextId, type Rules, type Table } from './rule';
import { refusesRationale } from './text';

type Names = 'raise-objection' | 'join-objection' | 'answer-objection' | 'withdraw-objection' | 'rule-objection';

export const OBJECTIONS: Rules<Names> = {
  'raise-objection': { who: 'seat', decide: raise },
  'join-objection': {
    who: 'delegate',
    anything: (table) => anyFor(table, mayJoin),
    decide: ({ objection }, table) => on(objection, table, mayJoin) ?? [{ type: 'objection-joined', id: objection, role: table.role }],
  },
  'answer-objection': { who: 'seat', anything: (table) => anyFor(table, mayAnswer), decide: answer },
  'withdraw-objection': { who: 'seat', anything: (table) => anyFor(table, mayWithdraw), decide: withdraw },
  'rule-objection': { who: 'chair', anything: (table) => anyFor(table, mayRule), decide: rule },
};

type May = (objection: Objection, table: Table) => Refused | null;

function anyFor(table: Table, may: May): boolean {
  return Object.values(table.state.objections).some((one) => may(one, table) === null);
}

function on(id: string, table: Table, may: May): Refused | null {
  const one = find(table.state.objections, id);
  return one ? may(one, table) : refuse('nothing-here');
}

function mayJoin({ id, role: owner, joined, ...one }: Objection, { role, state }: Table): Refused | null {
  if (!isUnsettled({ id, role: owner, joined, ...one }, state.objections)) return refuse('already-settled', { objection: id });
  if (owner === role) return refuse('not-by-its-owner');
  return joined.includes(role) ? refuse('already-joined') : null;
}

function mayAnswer(one: Objection, { role }: Table): Refused | null {
  if (!isPending(one)) return refuse('already-settled', { objection: one.id });
  return one.role === role || one.joined.includes(role) ? refuse('not-by-its-owner') : null;
}

function mayWithdraw(one: Objection, { role }: Table): Refused | null {
  if (one.role !== role) return refuse('not-yours');
  return isPending(one) || one.state === 'upheld' ? null : refuse('already-settled', { objection: one.id });
}

/** What was upheld can still be met by a change of the text. */
function mayRule(one: Objection, { role }: Table): Refused | null {
  if (!isPending(one) && one.state !== 'upheld') return refuse('already-settled', { objection: one.id });
  if (role && one.role === role) return refuse('not-by-its-owner');
  return one.answers.length ? null : refuse('answer-first');
}

function raise(command: CommandOf<'raise-objection'>, table: Table): Happening[] | Refused {
  const { state, scenario, role } = table;
  const { clause: key, words, length, written } = command;
  const clause = find(state.clauses, key);
  if (clause?.state !== 'tabled') return refuse('clause-not-on-the-table');
  const refused = written === null ? (tooShort(words, length) ?? unsayable(words, table)) : refusesWritten(command, table);
  if (refused) return refused;
  const structure = scenario.objections.find((one) => one.key === written);
  const remedy = structure ? { slot: structure.slot, options: structure.remedy } : command.remedy;
  if (remedy && !isPossible(remedy, key, scenario)) return refuse('nothing-here');
  return [
    {
      type: 'objection-raised',
      id: nextId('o', Object.keys(state.objections).length),
      role,
      clause: key,
      revision: clause.revision,
      kind: structure?.kind ?? command.kind,
      words,
      written,
      remedy,
    },
  ];
}

/** A written objection belongs to a role, stands once, and comes back only when the clause has changed. */
function refusesWritten({ clause, words, written }: CommandOf<'raise-objection'>, table: Table): Refused | null {
  const { state, scenario, role } = table;
  const structure = scenario.objections.find((one) => one.key === written && one.role === role && one.clause === clause);
  if (!structure) return refuse('nothing-here');
  const before = Object.values(state.objections).findLast((one) => one.written === written);
  if (before && isUnsettled(before, state.objections)) return refuse('already-raised', { objection: before.id });
  // What the text has met may be said again as soon as somebody proposes to take it away.
  if (before && before.state !== 'accommodated' && before.settledRevision === state.clauses[clause]!.revision)
    return refuse('already-settled', { objection: before.id });
  return unsayable(words, table);
}

function isPossible(remedy: { slot: string; options: string[] }, clause: string, { clauses }: ScenarioStructure): boolean {
  const slot = clauses.find(({ key }) => key === clause)?.slots.find(({ key }) => key === remedy.slot);
  return slot !== undefined && remedy.options.length > 0 && remedy.options.every((option) => slot.options.includes(option));
}

function answer({ objection: id, kind, words, length, answer: key }: CommandOf<'answer-objection'>, table: Table): Happening[] | Refused {
  const refused = on(id, table, mayAnswer) ?? (key === null ? tooShort(words, length) : null) ?? unsayable(words, table);
  if (refused) return refused;
  const { written, answers } = table.state.objections[id]!;
  const arguments_ = table.scenario.objections.find((one) => one.key === written)?.answers ?? [];
  if (key !== null && !arguments_.some((one) => one.key === key)) return refuse('nothing-here');
  if (key !== null && answers.some((one) => one.answer === key)) return refuse('already-answered');
  return [{ type: 'objection-answered', id, role: table.role, kind, words, answer: key }];
}

/** Withdrawn with the remedy in the text is settled by the text. */
function withdraw({ objection: id, words }: CommandOf<'withdraw-objection'>, table: Table): Happening[] | Refused {
  const refused = on(id, table, mayWithdraw) ?? unsayable(words, table);
  if (refused) return refused;
  const { remedy } = table.state.objections[id]!;
  const isMet = remedy !== null && remedy.options.includes(find(textOf(table.state), remedy.slot) ?? '');
  return [{ type: 'objection-settled', id, role: table.role, how: isMet ? 'accommodated' : 'withdrawn', words, of: null }];
}

function rule({ objection: id, ruling, words, of, expectVersion }: CommandOf<'rule-objection'>, table: Table): Happening[] | Refused {
  const { state } = table;
  const refused = on(id, table, mayRule) ?? refusesRationale(words, table);
  if (refused) return refused;
  const one = state.objections[id]!;
  if (one.version !== expectVersion) return refuse('moved-on');
  if (ruling === one.state) return refuse('already-settled', { objection: id });
  if (ruling === 'accommodated' && state.clauses[one.clause]!.revision === one.revision)
    return refuse('not-revised-since', { objection: id });
  if (ruling === 'duplicate' && !isRepeated(of, one, table)) return refuse('nothing-here');
  const until = ruling === 'in-the-rough' ? replyUntil(one, state) : null;
  if (until !== null && table.at < until) return refuse('reply-window', { until });
  return [{ type: 'objection-settled', id, role: table.role, how: ruling, words, of: ruling === 'duplicate' ? of : null }];
}

/** Another objection to the same clause, which is not itself said to repeat this one. */
function isRepeated(of: string | null, { id, clause }: Objection, { state }: Table): boolean {
  const seen = [id];
  for (let at = of; at !== null; at = state.objections[at]!.of) {
    if (seen.includes(at) || find(state.objections, at)?.clause !== clause) return false;
    seen.push(at);
  }
  return of !== null;
}
