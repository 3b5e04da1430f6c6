import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import type { OwnCohort } from '../../cohort-team.guard';
import type { OpenLink } from '../../invitation/invitations.service';
import { linkSaid } from '../../invitation/link.view';
import { phase } from '../../schedule';
import { stateNote } from '../../states/state.view';
import { MOST_ROWS } from '../reading/reading';
import type { Judged, JudgedRow } from './imports.service';
import type { RowOutcome } from './roster-row.entity';
import { canUndo, undoUntil } from './undo';
import { isDoubtful, isGood } from './verdicts';

/** The way back from the pages of a list. */
function places({ cohort, chapter }: OwnCohort) {
  const address = `/cohorts/${cohort.id}`;
  return {
    cohort: { name: cohort.name, address, roster: `${address}/roster` },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
  };
}

/** views/cohorts/roster-add.hbs. `link` is the open invitation. */
export function rosterAddPage(own: OwnCohort, link: OpenLink, now: Date, text = '', errors: FormError[] = []) {
  return {
    ...places(own),
    formId: newId(),
    action: `/cohorts/${own.cohort.id}/roster/imports`,
    state: stateNote(own, now),
    over: phase(own.cohort, now) === 'over',
    most: MOST_ROWS,
    endsOn: own.cohort.endsOn,
    link: linkSaid(link),
    text,
    errors: errors.length ? errors : null,
  };
}

/** views/cohorts/roster-import.hbs. `room`: how many more people there are places for; null is no limit. */
export function rosterImportPage(own: OwnCohort, { list, rows }: Judged, room: number | null, now: Date, errors: FormError[] = []) {
  const address = `/cohorts/${own.cohort.id}/roster/imports/${list.id}`;
  const count = (...outcomes: RowOutcome[]) => rows.filter(({ outcome }) => outcome && outcomes.includes(outcome)).length;
  const good = rows.filter(({ verdict }) => verdict && isGood(verdict));
  const open = list.undoneAt ? [] : rows.filter(({ verdict }) => verdict && (isDoubtful(verdict) || verdict.kind === 'unreadable'));
  const idle = rows.filter(({ verdict }) => verdict?.kind === 'here' || verdict?.kind === 'twice');
  const stuck = room !== null && good.length > room;
  return {
    ...places(own),
    formId: newId(),
    undoFormId: newId(),
    sheet: list.sheet,
    action: address,
    undoAction: `${address}/undo`,
    over: phase(own.cohort, now) === 'over',
    total: rows.length,
    added: count('enrolled', 'invited'),
    enrolled: count('enrolled'),
    invited: count('invited'),
    withdrawn: count('withdrawn'),
    takenBack: count('taken-back'),
    undoneAt: list.undoneAt,
    undoUntil: canUndo(list, now) ? undoUntil(list) : null,
    room: stuck ? room : null,
    good: list.undoneAt ? [] : good.map(({ name, email }) => ({ name, email })),
    doubtful: open.some(({ verdict }) => verdict && isDoubtful(verdict)),
    open: open.map(openRow),
    errors: errors.length ? errors.map((error) => ({ ...error, field: 'rows' })) : null,
    idle: list.undoneAt ? [] : idle.map(idleRow),
  };
}

/** A row that needs somebody's eye. */
function openRow({ number, raw, line, name, email, verdict }: JudgedRow) {
  const alike = verdict?.kind === 'alike' ? verdict : null;
  return {
    number,
    line,
    raw,
    name,
    email,
    problem: verdict?.kind === 'unreadable' ? verdict.problem : null,
    cohort: verdict?.kind === 'elsewhere' ? verdict.cohort : null,
    alike: alike && { by: alike.by, name: alike.name },
  };
}

/** A row for which nothing is to be done. */
function idleRow({ name, email, verdict }: JudgedRow) {
  return { name, email, as: verdict?.kind === 'here' ? verdict.as : 'twice' };
}
