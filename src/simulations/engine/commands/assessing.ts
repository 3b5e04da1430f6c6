/** The chair says how far the room is, the room may dispute it, and then it stands; those who disagree can say so for the record. */
import { assessed } from '../assessing';
import { levelsOf } from '../consensus';
import type { Happening } from '../events';
import { commentsUntil } from '../reply';
import { refuse, type Refused } from '../refusing';
import type { Clause } from '../state';
import { tooShort, unsayable } from '../words';
import { type CommandOf, find, type Rules, type Table } from './rule';
import { refusesRationale } from './text';

type Names = 'publish-assessment' | 'challenge-assessment' | 'finalise-assessment' | 'file-minority';

/** After the third time the level stands, with its challenges on record: this loop need not end by itself. */
export const MOST_ITERATIONS = 3;

export const ASSESSING: Rules<Names> = {
  'publish-assessment': {
    who: 'chair',
    anything: (table) => anyOf(table, (clause) => mayPublish(clause)),
    decide: publish,
  },
  'challenge-assessment': {
    who: 'delegate',
    anything: (table) => anyOf(table, (clause) => mayChallenge(clause, table)),
    decide: ({ clause, words, length }, table) =>
      on(clause, table, (one) => mayChallenge(one, table)) ??
      tooShort(words, length) ??
      unsayable(words, table) ?? [{ type: 'assessment-challenged', clause, role: table.role, words }],
  },
  'finalise-assessment': { who: 'chair', anything: (table) => anyOf(table, mayFinalise), decide: finalise },
  'file-minority': {
    who: 'delegate',
    anything: (table) => anyOf(table, (clause) => mayFile(clause, table)),
    decide: ({ clause, words, length }, table) =>
      on(clause, table, (one) => mayFile(one, table)) ??
      tooShort(words, length) ??
      unsayable(words, table) ?? [{ type: 'minority-filed', clause, role: table.role, words }],
  },
};

type May = (clause: Clause) => Refused | null;

function anyOf({ state }: Table, may: May): boolean {
  return Object.values(state.clauses).some((clause) => clause.state === 'tabled' && may(clause) === null);
}

function on(key: string, { state }: Table, may: May): Refused | null {
  const clause = find(state.clauses, key);
  return clause?.state === 'tabled' ? may(clause) : refuse('clause-not-on-the-table');
}

function mayPublish({ assessment }: Clause): Refused | null {
  if (assessment?.final) return refuse('already-final');
  return assessment && assessment.iteration >= MOST_ITERATIONS ? refuse('no-more-iterations', { most: MOST_ITERATIONS }) : null;
}

function mayChallenge({ assessment }: Clause, { role }: Table): Refused | null {
  if (!assessment) return refuse('not-published');
  if (assessment.final) return refuse('already-final');
  const mine = assessment.challenges.some((one) => one.role === role && one.iteration === assessment.iteration);
  return mine ? refuse('already-said') : null;
}

/** A challenge is answered by publishing again, until the last time. */
function mayFinalise({ assessment }: Clause): Refused | null {
  if (!assessment) return refuse('not-published');
  if (assessment.final) return refuse('already-final');
  const disputed = assessment.challenges.some(({ iteration }) => iteration === assessment.iteration);
  return disputed && assessment.iteration < MOST_ITERATIONS ? refuse('challenge-first') : null;
}

function mayFile({ assessment, minority }: Clause, { role }: Table): Refused | null {
  if (!assessment?.final) return refuse('not-final');
  return minority.some((one) => one.role === role) ? refuse('already-filed') : null;
}

/** Of two who say it at once the later one looks again: nobody answers a challenge, or uses up a round, that they have not seen. */
function publish(command: CommandOf<'publish-assessment'>, table: Table): Happening[] | Refused {
  const { clause: key, level, words, explanation, expectIteration } = command;
  const { state, scenario, at } = table;
  const refused = on(key, table, mayPublish) ?? refusesRationale(words, table) ?? unsayable(explanation, table);
  if (refused) return refused;
  if (!levelsOf(scenario.preset).includes(level)) return refuse('level-unknown');
  const { level: indicative } = assessed(state, key, at, scenario);
  if (level !== indicative && !explanation) return refuse('explanation-needed', { indicative });
  const { assessment } = state.clauses[key]!;
  if ((expectIteration ?? assessment?.iteration ?? 0) !== (assessment?.iteration ?? 0)) return refuse('moved-on');
  const disputed = assessment?.challenges.some(({ iteration }) => iteration === assessment.iteration);
  if (assessment && !disputed && assessment.level === level && assessment.indicative === indicative) return refuse('nothing-changed');
  const iteration = (assessment?.iteration ?? 0) + 1;
  return [{ type: 'assessment-published', clause: key, iteration, indicative, level, words, explanation }];
}

/** When the room has moved since, the chair looks again. */
function finalise({ clause: key }: CommandOf<'finalise-assessment'>, table: Table): Happening[] | Refused {
  const { state, scenario, at } = table;
  const refused = on(key, table, mayFinalise);
  if (refused) return refused;
  const { level, indicative, iteration, at: published } = state.clauses[key]!.assessment!;
  const until = commentsUntil(published, state.mode);
  if (at < until) return refuse('comment-window', { until });
  if (iteration < MOST_ITERATIONS && assessed(state, key, at, scenario).level !== indicative) return refuse('moved-on');
  return [{ type: 'assessment-final', clause: key, level }];
}
