/** What became of every objection: raised by whom, answered by whom, settled how, and whether the text met it in the end. */
import type { ObjectionKind, ScenarioStructure, StakeholderGroup } from '../../content/scenario';
import type { AnswerKind, Words } from '../engine/events';
import { comesTo } from '../engine/presets/tally';
import { finalText } from '../engine/scoring';
import type { Objection } from '../engine/state';
import { course, groupOf, type Moment, percent, type Played, type Step } from './course';

export interface LedgerRow {
  id: string;
  role: string;
  group: StakeholderGroup | null;
  joined: string[];
  clause: string;
  kind: ObjectionKind;
  words: Words;
  written: string | null;
  remedy: Objection['remedy'];
  raised: Moment | null;
  answers: LedgerAnswer[];
  /** milliseconds to the first answer; null without one */
  answeredAfter: number | null;
  answeredByAnotherGroup: boolean;
  state: Objection['state'];
  /** for a duplicate what became of the one it repeats, else the state itself */
  comesTo: Objection['state'];
  of: string | null;
  settled: (Moment & { by: string | null; rationale: Words | null }) | null;
  /** the clause was revised between the raising and the settling, or the end */
  textChanged: boolean;
  /** whether the text at the end says what would have settled it; null where no remedy was named */
  remedyMet: boolean | null;
  /** withdrawn although nobody had answered: something to ask about, not a fault */
  capitulation: boolean;
}

export interface LedgerAnswer {
  role: string;
  group: StakeholderGroup | null;
  kind: AnswerKind;
  words: Words;
  /** for a written argument whether it meets the concern, by the author of the scenario; null for a person's own words */
  addresses: boolean | null;
  at: number;
}

export interface Ledger {
  rows: LedgerRow[];
  raised: number;
  answeredByAnotherGroup: Share;
  withRemedy: Share;
  /** settled, not counting those that were withdrawn or ruled on with no answer on record */
  settledOtherThanBySilence: Share;
  capitulations: number;
}

interface Share {
  objections: number;
  of: number;
  percent: number | null;
}

export function objectionLedger(played: Played): Ledger {
  const steps = course(played);
  const rows = Object.values(played.state.objections).map((one) => rowOf(one, played, steps));
  const settled = rows.filter((row) => row.settled !== null);
  return {
    rows,
    raised: rows.length,
    answeredByAnotherGroup: share(rows, (row) => row.answeredByAnotherGroup),
    withRemedy: share(rows, (row) => row.remedy !== null),
    settledOtherThanBySilence: share(settled, (row) => row.answers.length > 0),
    capitulations: rows.filter((row) => row.capitulation).length,
  };
}

function share(rows: LedgerRow[], which: (row: LedgerRow) => boolean): Share {
  const objections = rows.filter(which).length;
  return { objections, of: rows.length, percent: percent(objections, rows.length) };
}

function rowOf(one: Objection, played: Played, steps: Step[]): LedgerRow {
  const { state, scenario } = played;
  const { id, role, joined, clause, kind, words, written, remedy, of, capitulation } = one;
  const moment = (type: 'objection-raised' | 'objection-settled') =>
    steps.findLast(({ event }) => event.type === type && event.id === id)?.moment ?? null;
  const answers = one.answers.map((answer) => answerOf(answer, one, scenario));
  const group = groupOf(role, scenario);
  const settledAt = one.settledAt === null ? null : moment('objection-settled');
  return {
    id,
    role,
    group,
    joined,
    clause,
    kind,
    words,
    written,
    remedy,
    of,
    capitulation,
    answers,
    state: one.state,
    raised: moment('objection-raised'),
    answeredAfter: answers[0] ? answers[0].at - one.at : null,
    answeredByAnotherGroup: answers.some((answer) => answer.group !== group),
    comesTo: comesTo(one, Object.values(state.objections)),
    settled: settledAt && { ...settledAt, by: one.settledBy, rationale: one.rationale },
    textChanged: revisedBetween(one, played),
    remedyMet: remedy && remedy.options.includes(finalText(state)[remedy.slot] ?? ''),
  };
}

function answerOf({ role, kind, words, answer, at }: Objection['answers'][number], { written }: Objection, scenario: ScenarioStructure) {
  const argument = scenario.objections.find(({ key }) => key === written)?.answers.find(({ key }) => key === answer);
  return { role, group: groupOf(role, scenario), kind, words, addresses: argument?.addresses ?? null, at };
}

function revisedBetween({ clause, revision, settledAt }: Objection, { state }: Played): boolean {
  const history = state.clauses[clause]?.history ?? [];
  return history.some((one) => one.revision > revision && (settledAt === null || one.at <= settledAt));
}
